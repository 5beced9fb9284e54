// The bar above everything: the workspace, the clock and its buttons, and who one is.

import { h, icon, avatar, redraw, toast, isWaiting } from './dom.js';
import { deed } from './net.js';
import { place } from './place.js';
import { menu } from './popover.js';

let offset = 0;
let ticking;
let hands;
let clockNode;

export function setClock(now) {
  offset = now - Date.now();
  tick();
}

function tick() {
  if (!clockNode || !place.me) return;
  const now = new Date(Date.now() + offset);
  const zone = place.me.zone;
  const day = now.toLocaleDateString('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: zone });
  const time = now.toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit', timeZone: zone });
  const text = day + ', ' + time;
  if (clockNode.textContent !== text) clockNode.textContent = text;
}

export function drawTop(bar, onSwitch) {
  hands = onSwitch;
  clockNode = h('time', {});
  redraw(bar,
    h('div', { class: 'top-name' }, h('img', { src: '/assets/mark.svg', alt: '', width: 26, height: 26 }), h('strong', {}, place.boot.workspace), h('span', { class: 'top-kind' }, 'sandbox')),
    h('div', { class: 'top-clock', title: 'The time it is here, for ' + place.me.name }, icon('clock', 16), clockNode),
    h('div', { class: 'top-controls' }, place.boot.controls.map((group, at) => h('div', { class: 'control', role: 'group', 'aria-label': group.label },
      h('span', {}, group.label),
      group.buttons.map((label, each) => h('button', { type: 'button', onclick: (event) => turn(event.currentTarget, at, each) }, label))))),
    whoButton());
  clearInterval(ticking);
  ticking = setInterval(tick, 1000);
  tick();
}

async function turn(node, group, button) {
  isWaiting(node, true);
  try {
    const seen = await deed('control', { group, button });
    if (seen.clock) setClock(seen.clock);
    toast(seen.toast || seen.error, Boolean(seen.error));
  } finally {
    isWaiting(node, false);
  }
}

function calls(id) {
  const entry = place.side && place.side.people.find((each) => each.id === id);
  return entry ? entry.calls : 0;
}

function whoButton() {
  const others = place.boot.people.filter((each) => each.id !== place.me.id).reduce((sum, each) => sum + calls(each.id), 0);
  return h('button', {
    type: 'button', class: 'who', id: 'who', 'aria-haspopup': 'menu',
    'aria-label': `You are ${place.me.name}, ${place.me.title || place.me.handle}. Act as somebody else` + (others ? `; ${others} notifications wait for others` : ''),
    onclick: (event) => menu(event.currentTarget, [
      { heading: 'Act as' },
      ...place.boot.people.map((each) => ({
        text: each.name, hint: each.title || '@' + each.handle, person: each, badge: calls(each.id) || '', checked: each.id === place.me.id,
        onpick: () => hands(each),
      })),
    ], { side: 'end', label: 'Act as' }),
  },
  h('span', { class: 'who-label' }, 'You are'), avatar(place.me, 28),
  h('span', { class: 'who-words' }, h('strong', {}, place.me.name), place.me.title && h('small', {}, place.me.title)),
  others ? h('span', { class: 'badge', title: 'For others' }, others) : null,
  icon('down', 16));
}

/** Only the badges have changed. */
export function drawBadges() {
  const before = document.getElementById('who');
  if (!before || before.getAttribute('aria-expanded') === 'true') return;
  const focused = document.activeElement === before;
  const now = whoButton();
  before.replaceWith(now);
  if (focused) now.focus();
}
