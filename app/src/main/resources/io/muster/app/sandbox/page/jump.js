// Ctrl K: to any channel, to any person, by a few letters.

import { h, icon, avatar, redraw } from './dom.js';
import { place, go } from './place.js';
import { arrows } from './popover.js';
import { ask, done } from './dialogs.js';

export function jump(become) {
  if (document.querySelector('dialog[open]')) return;
  const field = h('input', { class: 'field', type: 'search', placeholder: 'Channel or person', 'aria-label': 'Jump to a channel or act as a person' });
  const list = h('div', { class: 'browse' });
  const entries = () => [
    ...place.side.channels.map((each) => ({ text: each.name, hint: each.topic, icon: each.closed ? 'lock' : 'hash', pick: () => go({ kind: 'channel', id: each.id }) })),
    ...place.boot.people.map((each) => ({ text: 'Act as ' + each.name, hint: each.title, person: each, pick: () => become(each) })),
  ];
  const draw = () => redraw(list, entries().filter((each) => each.text.toLowerCase().includes(field.value.toLowerCase())).slice(0, 12).map((each) => h('button', {
    type: 'button', class: 'person-row', onclick: (event) => { done(event.currentTarget); each.pick(); },
  }, each.person ? avatar(each.person, 26) : icon(each.icon, 18), h('span', { class: 'menu-words' }, h('span', {}, each.text), each.hint && h('small', {}, each.hint)))));
  field.addEventListener('input', draw);
  field.addEventListener('keydown', (event) => {
    const first = list.querySelector('button');
    if (!first) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      first.click();
    } else if (event.key === 'ArrowDown') {
      event.preventDefault();
      first.focus();
    }
  });
  arrows(list, 'button');
  draw();
  ask('Jump to', [field, list]);
}
