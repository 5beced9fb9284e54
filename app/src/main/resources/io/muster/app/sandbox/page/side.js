// The way around: the app, channels, direct messages.

import { h, icon, button, avatar, redraw, toast } from './dom.js';
import { deed, inWords } from './net.js';
import { place, go } from './place.js';
import { ask, done } from './dialogs.js';
import { shortcuts } from './composer.js';

let text = '';

export function drawSide(side) {
  const now = JSON.stringify([place.side, place.kind, place.id, place.me.id]);
  if (now === text) return;
  text = now;
  const focus = document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.go : undefined;
  const joined = place.side.channels.filter((each) => each.joined && !each.archived);
  const direct = place.side.direct.filter((each) => !each.with.bot);
  const app = place.side.direct.find((each) => each.with.bot);
  const global = place.boot.shortcuts.filter((each) => !each.onMessage);
  redraw(side,
    section('App', global.length ? button('Shortcuts of the app', 'bolt', (event) => shortcuts(event.currentTarget), { 'aria-haspopup': 'menu' }) : undefined, [
      place.boot.homeTab ? row({ id: 'app', name: place.boot.appName, icon: 'home', on: place.kind === 'app', onclick: () => go({ kind: 'app', id: '' }) }) : null,
      app && row({ ...app, name: 'Messages', icon: 'thread', label: 'Messages from ' + place.boot.appName }),
    ]),
    section('Channels', button('Browse channels', 'search', browse), joined.map((each) => row({ ...each, icon: each.closed ? 'lock' : 'hash' })),
      h('button', { type: 'button', class: 'side-more', onclick: create }, icon('plus', 16), 'Create a channel')),
    section('Direct messages', button('New direct message', 'plus', direct2), direct.map((each) => row({ ...each, name: each.with.name, person: each.with }))));
  if (focus) {
    const node = side.querySelector(`[data-go="${CSS.escape(focus)}"]`);
    if (node) node.focus({ preventScroll: true });
  }
}

function section(title, tool, rows, more) {
  return h('section', {}, h('h2', {}, title, tool), h('ul', {}, rows.filter(Boolean).map((each) => h('li', {}, each))), more);
}

function row(item) {
  const on = item.on || (place.kind === 'channel' && place.id === item.id);
  const label = (item.label || item.name) + (item.calls ? `, ${item.calls} for you` : item.unread ? ', unread' : '');
  return h('button', {
    type: 'button', class: ['side-row', on && 'on', item.unread && 'unread'].filter(Boolean).join(' '), data: { go: item.id },
    'aria-current': on ? 'page' : undefined, 'aria-label': label,
    onclick: item.onclick || (() => go({ kind: 'channel', id: item.id })),
  }, item.person ? avatar(item.person, 20) : icon(item.icon, 17), h('span', { class: 'side-name' }, item.name), item.calls ? h('span', { class: 'badge' }, item.calls) : null);
}

function browse() {
  const list = place.side.channels;
  const filter = h('input', { class: 'field', type: 'search', placeholder: 'Find a channel', 'aria-label': 'Find a channel' });
  const rows = h('div', { class: 'browse' });
  const draw = () => redraw(rows, list.filter((each) => each.name.includes(filter.value.toLowerCase())).map((each) => h('div', { class: 'browse-row' },
    icon(each.archived ? 'archive' : each.closed ? 'lock' : 'hash', 18),
    h('span', { class: 'menu-words' }, h('span', {}, each.name), h('small', {}, [each.members + ' members', each.archived && 'archived', each.topic].filter(Boolean).join(' \u00B7 '))),
    h('button', { type: 'button', class: 'act', onclick: (event) => { done(event.target); go({ kind: 'channel', id: each.id }); } }, 'Look'),
    !each.joined && !each.archived && h('button', { type: 'button', class: 'act primary', onclick: async (event) => { const node = event.target; await deed('join', { channel: each.id }); done(node); go({ kind: 'channel', id: each.id }); } }, 'Join'))));
  filter.addEventListener('input', draw);
  draw();
  ask('All channels', [filter, rows], { wide: true });
}

async function create() {
  const name = h('input', { class: 'field', id: 'channel-name', maxlength: 80, placeholder: 'name', pattern: '[a-z0-9_-]+', autocomplete: 'off' });
  const closed = h('input', { type: 'checkbox' });
  const answer = await ask('Create a channel', [
    h('label', { for: 'channel-name' }, 'Name'), name, h('p', { class: 'hint' }, 'Lower case letters, digits, hyphens and underscores.'),
    h('label', { class: 'tick' }, closed, ' Private'),
  ], { yes: 'Create' });
  if (answer !== 'yes') return;
  const seen = await deed('create', { name: name.value.trim(), closed: closed.checked });
  if (seen.error) toast(inWords(seen.error, place.boot.appName), true);
  else go({ kind: 'channel', id: seen.id });
}

function direct2() {
  ask('Write to', h('div', { class: 'browse' }, place.boot.people.filter((each) => each.id !== place.me.id).map((each) => h('button', {
    type: 'button', class: 'person-row',
    onclick: async (event) => {
      const node = event.currentTarget;
      const seen = await deed('direct', { user: each.id });
      done(node);
      if (seen.id) go({ kind: 'channel', id: seen.id });
    },
  }, avatar(each, 30), h('span', { class: 'menu-words' }, h('span', {}, each.name), h('small', {}, each.title || '@' + each.handle))))));
}
