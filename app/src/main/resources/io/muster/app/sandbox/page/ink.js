// Draws texts that the sandbox has already read: passages of spans.

import { h } from './dom.js';

const STYLES = { bold: 'strong', italic: 'em', strike: 's', underline: 'u' };

export function spans(list) {
  return (list || []).map(span);
}

function span(item) {
  if (typeof item === 'string') return item;
  if (STYLES[item.k]) return h(STYLES[item.k], {}, spans(item.spans));
  switch (item.k) {
    case 'code': return h('code', {}, item.text);
    case 'user': return h('span', { class: item.me ? 'mention me' : 'mention' }, item.text);
    case 'channel': return item.id
      ? h('a', { class: 'mention', href: '#', data: { channel: item.id } }, (item.closed ? '\u{1F512}' : '#') + item.text)
      : h('span', { class: 'mention' }, item.text);
    case 'a': return link(item.url, item.text);
    case 'date': return item.url
      ? link(item.url, item.text)
      : h('time', { title: item.title, class: 'date' }, item.text);
    case 'emoji': return h('span', { class: 'emoji', role: 'img', 'aria-label': item.name.replaceAll('_', ' '), title: ':' + item.name + ':' }, item.text);
    default: return '';
  }
}

/** Only addresses of the web and of mail become links. */
export function link(url, text) {
  const safe = /^(https?:|mailto:)/i.test(url);
  return safe ? h('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, text || url) : text || url;
}

export function ink(passages) {
  return (passages || []).map(passage);
}

function passage(item) {
  switch (item.k) {
    case 'h': return h('h' + Math.min(6, item.level + 2), { class: 'title-' + item.level }, spans(item.spans));
    case 'quote': return h('blockquote', {}, spans(item.spans));
    case 'pre': return h('pre', {}, h('code', {}, item.text));
    case 'ul':
    case 'ol': return list(item);
    case 'table': return table(item);
    case 'rule': return h('hr', {});
    default: return h('p', {}, spans(item.spans));
  }
}

function list(item) {
  const node = h(item.k, {}, item.items.map((line) => h('li', { class: line.box === 'none' ? undefined : 'boxed' },
    line.box !== 'none' && h('span', { class: 'box ' + line.box, role: 'img', 'aria-label': line.box === 'ticked' ? 'done' : 'open' }, line.box === 'ticked' ? '\u2713' : ''),
    h('span', {}, spans(line.spans)))));
  node.style.setProperty('--indent', item.indent || 0);
  return node;
}

function table(item) {
  const [head, ...rows] = item.rows;
  return h('div', { class: 'table' }, h('table', {},
    h('thead', {}, h('tr', {}, head.map((cell) => h('th', { scope: 'col' }, spans(cell))))),
    h('tbody', {}, rows.map((row) => h('tr', {}, row.map((cell) => h('td', {}, spans(cell))))))));
}

/** The words alone, for those who listen. */
export function words(passages) {
  const text = (list) => (list || []).map((item) => typeof item === 'string' ? item : item.text || text(item.spans)).join('');
  return (passages || []).map((item) => item.text || text(item.spans) || (item.items || []).map((line) => text(line.spans)).join(', ')).join(' ');
}
