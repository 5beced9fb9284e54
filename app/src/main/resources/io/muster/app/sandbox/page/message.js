// Draws one message with all that hangs on it.

import { h, icon, button, avatar, toast } from './dom.js';
import { ink, link } from './ink.js';
import { blocks } from './blocks.js';
import { deed, fileUrl, inWords } from './net.js';
import { menu, emojiPicker } from './popover.js';
import { place, go } from './place.js';
import { ask } from './dialogs.js';

const QUICK = ['white_check_mark', 'eyes', 'pushpin'];

/** What a choice in this message does. */
function hands(message, note) {
  const at = { channel: message.channel, ts: message.ts };
  return {
    act: async (item, words) => {
      note('');
      const seen = await deed('act', { ...at, block: item.block, action: item.action, words });
      if (seen.error) note(inWords(seen.error, place.boot.appName));
    },
    typed: (item, words) => deed('act', { ...at, block: item.block, action: item.action, words }),
    suggest: async (item, query) => (await deed('suggest', { ...at, block: item.block, action: item.action, query })).options || [],
    upload: async () => '',
  };
}

export function message(item, { compact, inThread } = {}) {
  if (item.system) return systemLine(item);
  const trouble = h('p', { class: 'trouble', role: 'alert' });
  const note = (words) => trouble.replaceChildren(...(words ? [icon('warn', 15), words] : []));
  const classes = ['message', compact && 'compact', item.ephemeral && 'whisper', item.calls && 'calls', item.pinnedBy && 'pinned'];
  return h('article', {
    class: classes.filter(Boolean).join(' '), tabindex: '-1', data: { ts: item.ts },
    'aria-label': `${item.author.name}, ${item.time}`,
  },
  item.pinnedBy && h('div', { class: 'ribbon' }, icon('pin', 13), 'Pinned by ' + item.pinnedBy),
  item.reply && !inThread && h('button', { type: 'button', class: 'ribbon plain', onclick: () => openThread(item) }, icon('thread', 13), 'Replied in a thread'),
  h('div', { class: 'gutter' }, compact ? h('time', { class: 'hover-time' }, item.time.replace(/ [AP]M/, '')) : avatar(item.author)),
  h('div', { class: 'body' },
    !compact && h('header', {},
      h('strong', {}, item.author.name),
      item.author.bot && h('span', { class: 'app-badge' }, 'APP'),
      h('time', { title: item.day }, item.time)),
    item.ephemeral && h('div', { class: 'only-you' }, icon('eye', 13), 'Only visible to you'),
    item.blocks ? blocks(item.blocks, hands(item, note)) : h('div', { class: 'prose' }, ink(item.text)),
    item.edited && h('span', { class: 'edited' }, '(edited)'),
    item.attachments.map((each) => attachment(each, hands(item, note))),
    item.files.map(file),
    trouble,
    item.reactions.length ? reactions(item) : null,
    item.thread && !inThread && threadLine(item)),
  toolbar(item, inThread));
}

function systemLine(item) {
  return h('article', { class: 'message system', tabindex: '-1', data: { ts: item.ts } },
    h('div', { class: 'gutter' }, h('span', { class: 'dot' })),
    h('div', { class: 'body' }, h('div', { class: 'prose' }, ink(item.text), h('time', {}, item.time))));
}

function attachment(item, handsOf) {
  const node = h('div', { class: 'attachment' },
    item.title && h('strong', {}, link(item.url, item.title)),
    item.blocks ? blocks(item.blocks, handsOf) : h('div', { class: 'prose' }, ink(item.text)));
  if (/^#?[0-9a-f]{6}$/i.test(item.color)) node.style.setProperty('--bar', '#' + item.color.replace('#', ''));
  return node;
}

function file(item) {
  const url = fileUrl(item.id);
  const size = item.size < 1024 ? item.size + ' B' : item.size < 1048576 ? Math.round(item.size / 1024) + ' kB' : (item.size / 1048576).toFixed(1) + ' MB';
  if (item.mime.startsWith('image/') && !item.mime.includes('svg')) {
    return h('figure', { class: 'block-image' }, h('figcaption', {}, item.name), h('img', { src: url, alt: item.alt || item.name, loading: 'lazy', onerror: (event) => event.target.classList.add('broken') }));
  }
  return h('a', { class: 'file-card', href: url, download: item.name }, icon('file', 22),
    h('span', {}, h('strong', {}, item.name), h('small', {}, item.type + ' \u00B7 ' + size)));
}

function reactions(item) {
  return h('div', { class: 'reactions' },
    item.reactions.map((each) => h('button', {
      type: 'button', class: each.mine ? 'reaction mine' : 'reaction', title: each.who + ' reacted with :' + each.name + ':',
      'aria-pressed': each.mine ? 'true' : 'false', onclick: () => react(item, each.name),
    }, h('span', { class: 'emoji' }, each.text), h('span', {}, each.count))),
    h('button', { type: 'button', class: 'reaction add', 'aria-label': 'Add a reaction', title: 'Add a reaction', onclick: (event) => pick(event, item) }, icon('smile', 15)));
}

function threadLine(item) {
  return h('button', { type: 'button', class: 'thread-line', onclick: () => openThread(item) },
    h('span', { class: 'faces' }, item.thread.faces.map((each) => avatar(each, 22))),
    h('strong', {}, item.thread.count === 1 ? '1 reply' : item.thread.count + ' replies'),
    h('span', {}, 'Last at ' + item.thread.last));
}

export function openThread(item) {
  go({ kind: 'channel', id: item.channel, thread: item.ts });
}

async function react(item, name) {
  const seen = await deed('react', { channel: item.channel, ts: item.ts, name });
  if (seen.error) toast(inWords(seen.error, place.boot.appName), true);
}

function pick(event, item) {
  emojiPicker(event.currentTarget, place.boot.emoji, (name) => react(item, name));
}

function toolbar(item, inThread) {
  if (item.ephemeral) {
    return h('div', { class: 'toolbar' }, button('Dismiss', 'close', () => deed('dismiss', { channel: item.channel, ts: item.ts })));
  }
  return h('div', { class: 'toolbar', role: 'toolbar', 'aria-label': 'What to do with this message' },
    QUICK.map((name) => h('button', { type: 'button', class: 'quiet emoji', title: ':' + name + ':', 'aria-label': 'React with ' + name.replaceAll('_', ' '), onclick: () => react(item, name) }, place.boot.emoji[name])),
    button('Add a reaction', 'smile', (event) => pick(event, item), { 'aria-haspopup': 'dialog' }),
    !inThread && !item.reply && button('Reply in a thread', 'thread', () => openThread(item)),
    button('More actions', 'more', (event) => more(event.currentTarget, item), { 'aria-haspopup': 'menu' }));
}

function more(anchor, item) {
  const at = { channel: item.channel, ts: item.ts };
  const shortcuts = place.boot.shortcuts.filter((each) => each.onMessage);
  menu(anchor, [
    { text: item.pinnedBy ? 'Unpin from the channel' : 'Pin to the channel', icon: 'pin', onpick: () => tell('pin', at) },
    { text: 'Copy link', icon: 'link', onpick: () => copy(item.permalink) },
    ...(item.mine ? [{ text: 'Delete message', icon: 'trash', bad: true, onpick: () => remove(at) }] : []),
    ...(shortcuts.length ? ['-', { heading: place.boot.appName }] : []),
    ...shortcuts.map((each) => ({ text: each.name, hint: each.description, icon: 'bolt', onpick: () => tell('message-shortcut', { ...at, callback: each.callback }) })),
  ], { side: 'end', label: 'More actions' });
}

async function tell(name, query) {
  const seen = await deed(name, query);
  if (seen.error) toast(inWords(seen.error, place.boot.appName), true);
}

async function remove(at) {
  if (await ask('Delete this message?', h('p', {}, 'It is gone for everybody, and the app hears of it.'), { yes: 'Delete', bad: true }) === 'yes') tell('delete', at);
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast('Link copied');
  } catch {
    toast(text);
  }
}

/** Messages in their order, with days between them and runs of one author drawn close. */
export function rows(messages, { newFrom } = {}) {
  const list = [];
  let before;
  for (const item of messages) {
    if (!before || before.day !== item.day) list.push({ key: 'day-' + item.day, day: item.day });
    const isNew = newFrom && item.ts > newFrom && !item.mine && !list.some((row) => row.fresh);
    if (isNew) list.push({ key: 'new', fresh: true });
    const compact = !isNew && before && before.day === item.day && before.author.name === item.author.name && before.author.id === item.author.id
      && !before.system && !item.system && before.ephemeral === item.ephemeral && !item.pinnedBy && !item.reply
      && item.moment - before.moment < 300000;
    list.push({ key: item.ts + (item.ephemeral ? 'e' : ''), item, compact: Boolean(compact) });
    before = item;
  }
  return list;
}

export function row(entry, options) {
  if (entry.day) return h('div', { class: 'day', role: 'separator' }, h('span', {}, entry.day));
  if (entry.fresh) return h('div', { class: 'fresh', role: 'separator' }, h('span', {}, 'New'));
  return message(entry.item, { ...options, compact: entry.compact });
}

