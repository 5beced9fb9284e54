// A conversation: its head, its messages or canvas, and the box to write in.

import { h, icon, button, avatar, sync, toast, redraw } from './dom.js';
import { ink, link, words } from './ink.js';
import { scene, deed, inWords } from './net.js';
import { place, go } from './place.js';
import { rows, row } from './message.js';
import { composer, writeOn } from './composer.js';
import { menu, popover } from './popover.js';
import { ask } from './dialogs.js';

let shown;

/** Builds the stage for a conversation; drawing again only changes what has changed. */
export function channelStage(stage) {
  const head = h('header', { class: 'stage-head' });
  const links = h('div', { class: 'bookmarks', role: 'navigation', 'aria-label': 'Bookmarks' });
  const talk = h('div', { class: 'talk', role: 'feed', 'aria-label': 'Messages', tabindex: '0' });
  const page = h('div', { class: 'canvas', hidden: true });
  const hint = h('div', { class: 'welcome-place' });
  const list = h('div', { class: 'messages' });
  const notice = h('div', { class: 'notice', role: 'alert', hidden: true });
  const foot = h('div', { class: 'foot' });
  const jump = h('button', { type: 'button', class: 'jump', hidden: true, onclick: () => toEnd() }, icon('down', 15), 'New messages');
  talk.append(hint, list);
  redraw(stage, head, links, talk, page, jump, notice, foot);
  shown = { id: place.id, me: place.me.id, head, links, talk, page, list, hint, notice, foot, jump, tab: place.canvas ? 'canvas' : 'messages', newFrom: undefined, known: undefined };
  place.canvas = '';
  talk.addEventListener('scroll', () => { if (atEnd()) jump.hidden = true; });
  talk.addEventListener('keydown', walk);
  list.addEventListener('click', followChannel);
  return refresh();
}

const atEnd = () => shown.talk.scrollHeight - shown.talk.scrollTop - shown.talk.clientHeight < 80;

function toEnd() {
  shown.talk.scrollTop = shown.talk.scrollHeight;
  shown.jump.hidden = true;
}

/** Arrows walk from message to message. */
function walk(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.target.closest('input,textarea,[popover],button,a')) return;
  const all = [...shown.list.querySelectorAll('.message')];
  const at = all.indexOf(document.activeElement);
  const next = at < 0 ? all.at(-1) : all[at + step];
  if (next) {
    event.preventDefault();
    next.focus();
  }
}

export function followChannel(event) {
  const anchor = event.target.closest('[data-channel]');
  if (!anchor) return;
  event.preventDefault();
  go({ kind: 'channel', id: anchor.dataset.channel });
}

export async function refresh() {
  const mine = shown;
  const data = await scene('channel', { id: mine.id });
  if (shown !== mine || mine.me !== place.me.id) return;
  if (data.error) {
    const general = place.side.channels.find((each) => each.name === 'general');
    if (general && general.id !== mine.id) go({ kind: 'channel', id: general.id });
    return;
  }
  draw(data);
}

function draw(data) {
  const first = !shown.known;
  const end = first || atEnd();
  if (first) shown.newFrom = data.unread && data.lastRead > '0' ? data.lastRead : undefined;
  drawHead(data);
  drawLinks(data);
  const wrote = shown.list.contains(document.activeElement);
  sync(shown.list, rows(data.messages, { newFrom: shown.newFrom }), (entry) => entry.key, (entry) => row(entry));
  drawHint(data);
  drawFoot(data);
  if (wrote) writeOn();
  drawCanvas(data);
  announce(data);
  const latest = data.messages.at(-1);
  const mine = latest && (latest.mine || latest.ephemeral) && latest.ts !== shown.known;
  shown.known = latest ? latest.ts : '0';
  if (end || mine) requestAnimationFrame(toEnd);
  else if (data.unread) shown.jump.hidden = false;
  if (first) highlight();
  if (data.unread || data.calls) deed('read', { channel: data.id });
}

function highlight() {
  if (!place.message) return;
  const node = shown.list.querySelector(`[data-ts="${CSS.escape(place.message)}"]`);
  place.message = '';
  if (!node) return;
  requestAnimationFrame(() => requestAnimationFrame(() => {
    node.scrollIntoView({ block: 'center' });
    node.classList.add('found');
  }));
}

/** Says aloud what others wrote since. */
function announce(data) {
  if (!shown.known) return;
  const fresh = data.messages.filter((each) => each.ts > shown.known && !each.mine && !each.system).slice(-3);
  if (!fresh.length) return;
  redraw(document.getElementById('news'), fresh.map((each) => h('p', {}, each.author.name + ': ' + (each.text ? words(each.text) : blockWords(each.blocks)))));
}

const blockWords = (blocks) => (blocks || []).map((block) => typeof block.text === 'string' ? block.text : words(block.text)).join(' ');

function drawHead(data) {
  const text = JSON.stringify([data.name, data.topic, data.people, data.pins, data.archived, data.joined, Boolean(data.canvas), shown.tab, data.with]);
  if (shown.headText === text) return;
  shown.headText = text;
  const direct = data.with;
  redraw(shown.head,
    h('button', { type: 'button', class: 'quiet burger', 'aria-label': 'Channels', onclick: () => document.body.classList.toggle('side-open') }, icon('menu')),
    h('div', { class: 'stage-title' },
      h('h1', {}, direct ? avatar(direct, 26) : icon(data.archived ? 'archive' : data.closed ? 'lock' : 'hash', 20), h('span', {}, direct ? direct.name : data.name),
        direct && direct.bot && h('span', { class: 'app-badge' }, 'APP')),
      direct ? h('p', { class: 'topic' }, direct.title) : h('div', { class: 'topic', title: data.topic }, data.topic ? ink(data.topicText) : h('span', { class: 'ghost' }, 'No topic yet'))),
    data.canvas ? tabs() : null,
    h('div', { class: 'stage-tools' },
      data.pins.length ? h('button', { type: 'button', class: 'count', title: 'Pinned messages', 'aria-haspopup': 'dialog', onclick: (event) => pins(event.currentTarget, data) }, icon('pin', 16), data.pins.length) : null,
      !direct && h('button', { type: 'button', class: 'count', title: 'Members', 'aria-haspopup': 'dialog', onclick: (event) => members(event.currentTarget, data) },
        h('span', { class: 'faces' }, data.people.slice(0, 3).map((each) => avatar(each, 24))), data.people.length),
      !direct && button('Channel menu', 'more', (event) => channelMenu(event.currentTarget, data), { 'aria-haspopup': 'menu' })));
}

function tabs() {
  const tab = (name, text) => h('button', {
    type: 'button', role: 'tab', 'aria-selected': shown.tab === name ? 'true' : 'false',
    onclick: () => { shown.tab = name; shown.headText = ''; refresh(); },
  }, text);
  return h('div', { class: 'tabs', role: 'tablist' }, tab('messages', 'Messages'), tab('canvas', 'Canvas'));
}

function pins(anchor, data) {
  popover(anchor, h('div', { class: 'pin-list' }, h('div', { class: 'menu-heading' }, 'Pinned'),
    data.pins.map((item) => row({ item, compact: false }, { inThread: true }))), { label: 'Pinned messages', side: 'end' });
}

function members(anchor, data) {
  popover(anchor, h('div', { class: 'member-list' }, h('div', { class: 'menu-heading' }, data.people.length + ' members'),
    data.people.map((each) => h('div', { class: 'member' }, avatar(each, 30), h('span', { class: 'menu-words' }, h('span', {}, each.name, each.bot && h('span', { class: 'app-badge' }, 'APP')), h('small', {}, each.title || '@' + each.handle))))), { label: 'Members', side: 'end' });
}

function channelMenu(anchor, data) {
  const hasApp = data.people.some((each) => each.id === place.boot.app.id);
  const tell = async (name, more = {}) => {
    const seen = await deed(name, { channel: data.id, ...more });
    if (seen.error) toast(inWords(seen.error, place.boot.appName), true);
  };
  menu(anchor, [
    { text: 'Set the topic', icon: 'doc', onpick: async () => {
      const field = h('input', { class: 'field', value: data.topic, maxlength: 250, 'aria-label': 'Topic' });
      if (await ask('Topic of #' + data.name, field, { yes: 'Save' }) === 'yes') tell('topic', { text: field.value });
    } },
    ...(hasApp ? [] : [{ text: 'Add ' + place.boot.appName, icon: 'plus', onpick: () => tell('invite-app') }]),
    '-',
    { text: 'Leave the channel', icon: 'leave', onpick: () => tell('leave') },
    { text: 'Archive the channel', icon: 'archive', bad: true, onpick: async () => {
      if (await ask('Archive #' + data.name + '?', h('p', {}, 'Nobody can write in it any more. The app hears of it.'), { yes: 'Archive', bad: true }) === 'yes') tell('archive');
    } },
  ], { side: 'end', label: 'Channel' });
}

function drawLinks(data) {
  shown.links.hidden = !data.bookmarks.length;
  sync(shown.links, data.bookmarks.map((each, index) => ({ ...each, index })), (each) => String(each.index),
    (each) => h('span', { class: 'bookmark' }, each.emoji ? h('span', { class: 'emoji' }, each.emoji) : icon('mark', 15), link(each.url, each.title)));
}

function drawHint(data) {
  const key = 'sandbox.welcome.' + place.boot.workspace;
  const wanted = data.welcomes && place.boot.welcome.length && !localStorage.getItem(key);
  if (!wanted) {
    shown.hint.replaceChildren();
    return;
  }
  if (shown.hint.firstChild) return;
  shown.hint.append(h('section', { class: 'welcome', 'aria-label': 'Welcome' },
    button('Put this away', 'close', () => { localStorage.setItem(key, 'seen'); shown.hint.replaceChildren(); }, { class: 'quiet put-away' }),
    h('div', { class: 'prose' }, ink(place.boot.welcome)),
    place.boot.suggestions.length ? h('div', { class: 'suggestions' }, place.boot.suggestions.map((each) => h('button', {
      type: 'button', class: 'suggestion', onclick: () => shown.box && shown.box.fill(each),
    }, each))) : null));
}

function drawFoot(data) {
  const kind = data.archived ? 'archived' : !data.joined ? 'outside' : data.with && data.with.bot && place.boot.readOnly ? 'silent' : 'open';
  const name = data.with ? data.with.name : '#' + data.name;
  const text = kind + data.name + data.id;
  if (shown.footText === text) return;
  shown.footText = text;
  if (kind === 'open' && shown.box) {
    shown.box.rename(name);
    return;
  }
  shown.box = undefined;
  if (kind === 'archived') {
    redraw(shown.foot, h('div', { class: 'closed' }, icon('archive'), 'This channel is archived.'));
  } else if (kind === 'outside') {
    redraw(shown.foot, h('div', { class: 'closed' }, h('span', {}, 'You are looking at ', h('strong', {}, '#' + data.name)),
      h('button', { type: 'button', class: 'act primary', onclick: () => deed('join', { channel: data.id }) }, 'Join channel')));
  } else if (kind === 'silent') {
    redraw(shown.foot, h('div', { class: 'closed' }, 'Sending messages to this app has been turned off.'));
  } else {
    shown.box = composer({ channel: data.id, name, notice });
    redraw(shown.foot, shown.box);
    if (matchMedia('(min-width: 760px)').matches && !document.querySelector('dialog[open]')) shown.box.querySelector('textarea').focus({ preventScroll: true });
  }
}

function notice(text) {
  shown.notice.hidden = !text;
  redraw(shown.notice, text && [icon('warn', 16), h('span', {}, h('small', {}, 'Only visible to you'), text),
    button('Dismiss', 'close', () => notice(''))]);
}

function drawCanvas(data) {
  const on = shown.tab === 'canvas' && data.canvas;
  shown.page.hidden = !on;
  shown.talk.hidden = Boolean(on);
  shown.foot.hidden = Boolean(on);
  if (!on || shown.canvasText === data.canvas.revision) return;
  shown.canvasText = data.canvas.revision;
  redraw(shown.page, h('article', { class: 'sheet' }, h('h2', { class: 'canvas-title' }, data.canvas.title), h('div', { class: 'prose' }, ink(data.canvas.text))));
}
