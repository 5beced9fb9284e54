// What opens beside a button: menus, lists to choose from, emoji.

import { h, icon, put, avatar } from './dom.js';

let current;

/** Shows content beside the anchor; it goes away by itself. */
export function popover(anchor, content, { label, width, onclose, side } = {}) {
  closePopover();
  const box = h('div', { class: 'popover', popover: 'auto', role: 'dialog', 'aria-label': label }, content);
  (anchor.closest('dialog') || document.body).append(box);
  anchor.setAttribute('aria-expanded', 'true');
  box.addEventListener('toggle', (event) => {
    if (event.newState !== 'closed') return;
    anchor.setAttribute('aria-expanded', 'false');
    box.remove();
    if (current === box) current = undefined;
    if (anchor.isConnected) anchor.focus({ preventScroll: true });
    if (onclose) onclose();
  });
  box.showPopover();
  current = box;
  const place = anchor.getBoundingClientRect();
  if (width === 'anchor') box.style.minWidth = place.width + 'px';
  const size = box.getBoundingClientRect();
  const left = side === 'end' ? place.right - size.width : place.left;
  const below = place.bottom + 6;
  const fits = below + size.height < innerHeight - 8;
  box.style.left = Math.max(8, Math.min(left, innerWidth - size.width - 8)) + 'px';
  box.style.top = Math.max(8, fits ? below : place.top - size.height - 6) + 'px';
  return box;
}

export function closePopover() {
  if (current) current.hidePopover();
}

/** A menu of things to do: [{text, hint, icon, person, badge, onpick, bad, checked}]. */
export function menu(anchor, items, options = {}) {
  const list = h('div', { class: 'menu', role: 'menu' }, items.map((item) => item === '-'
    ? h('div', { class: 'menu-line', role: 'separator' })
    : item.heading
      ? h('div', { class: 'menu-heading' }, item.heading)
      : h('button', {
        type: 'button', role: 'menuitem', tabindex: '-1', class: item.bad ? 'bad' : undefined,
        onclick: () => { closePopover(); item.onpick(); },
      },
      item.icon && icon(item.icon),
      item.person && avatar(item.person, 28),
      h('span', { class: 'menu-words' }, h('span', {}, item.text), item.hint && h('small', {}, item.hint)),
      item.badge ? h('span', { class: 'badge' }, item.badge) : null,
      item.checked && icon('check', 16))));
  const box = popover(anchor, list, options);
  arrows(list, '[role=menuitem]');
  const first = list.querySelector('[role=menuitem]');
  if (first) first.focus();
  return box;
}

/** Up and down move among the matching elements inside. */
export function arrows(container, selector) {
  container.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const all = [...container.querySelectorAll(selector)];
    const at = all.indexOf(document.activeElement);
    const next = all[(at + step + all.length) % all.length];
    if (next) next.focus();
  });
}

/**
 * A list to choose from, with a field to narrow it down.
 * load(query) gives [{id, text, description, group}] or a promise of them.
 */
export function chooser(anchor, { label, load, many, chosen, onchoose, onclose, search, most }) {
  const held = new Map((chosen || []).map((each) => [each.id, each]));
  const list = h('div', { class: 'options', role: 'listbox', 'aria-label': label, 'aria-multiselectable': many ? 'true' : undefined });
  const field = h('input', { type: 'search', placeholder: 'Search', 'aria-label': 'Search ' + label, autocomplete: 'off' });
  let ticket = 0;
  const show = async () => {
    const mine = ++ticket;
    list.setAttribute('aria-busy', 'true');
    const options = await load(field.value);
    if (mine !== ticket) return;
    list.setAttribute('aria-busy', 'false');
    list.replaceChildren();
    let group;
    for (const option of options) {
      if (option.group && option.group !== group) put(list, h('div', { class: 'menu-heading' }, option.group));
      group = option.group;
      put(list, row(option));
    }
    if (!options.length) put(list, h('div', { class: 'nothing' }, 'Nothing found'));
  };
  const row = (option) => h('button', {
    type: 'button', role: 'option', tabindex: '-1', 'aria-selected': held.has(option.id) ? 'true' : 'false',
    onclick: (event) => pick(option, event.currentTarget),
  },
  h('span', { class: 'menu-words' }, h('span', {}, option.text), option.description && h('small', {}, option.description)),
  icon('check', 16));
  const pick = (option, node) => {
    if (!many) {
      closePopover();
      onchoose([option]);
      return;
    }
    if (held.has(option.id)) held.delete(option.id);
    else if (!most || held.size < most) held.set(option.id, option);
    node.setAttribute('aria-selected', held.has(option.id) ? 'true' : 'false');
    onchoose([...held.values()]);
  };
  const body = h('div', { class: 'chooser' }, search && h('div', { class: 'chooser-search' }, icon('search', 16), field), list);
  field.addEventListener('input', show);
  field.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'Enter') {
      const first = list.querySelector('[role=option]');
      if (first) event.preventDefault();
      if (first && event.key === 'Enter') first.click();
      else if (first) first.focus();
    }
  });
  arrows(list, '[role=option]');
  const box = popover(anchor, body, { label, width: 'anchor', onclose });
  Promise.resolve(show()).then(() => {
    if (search) field.focus();
    else (list.querySelector('[aria-selected=true]') || list.querySelector('[role=option]') || list).focus();
  });
  return box;
}

/** All emoji that the sandbox knows, by name. */
export function emojiPicker(anchor, emoji, onpick) {
  const grid = h('div', { class: 'emoji-grid' });
  const field = h('input', { type: 'search', placeholder: 'Search emoji', 'aria-label': 'Search emoji' });
  const show = () => {
    const wanted = field.value.trim().toLowerCase().replaceAll(' ', '_');
    grid.replaceChildren();
    Object.entries(emoji)
      .filter(([name]) => name.includes(wanted))
      .slice(0, 160)
      .forEach(([name, text]) => put(grid, h('button', {
        type: 'button', title: ':' + name + ':', 'aria-label': name.replaceAll('_', ' '),
        onclick: () => { closePopover(); onpick(name, text); },
      }, text)));
  };
  field.addEventListener('input', show);
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && grid.firstChild) grid.firstChild.click();
  });
  show();
  popover(anchor, h('div', { class: 'emoji-picker' }, h('div', { class: 'chooser-search' }, icon('search', 16), field), grid), { label: 'Emoji', side: 'end' });
  field.focus();
}
