// Modals of the app: the topmost of the stack, with what was typed in it.

import { h, icon, isWaiting, redraw } from './dom.js';
import { scene, deed, upload, inWords } from './net.js';
import { blocks } from './blocks.js';
import { place } from './place.js';
import { closePopover } from './popover.js';
import { writeAgain } from './composer.js';

let shown;
let asked = 0;
let left = '';

const typing = new Map();

/** What was typed reaches the sandbox a moment later, and always before anything is sent. */
function typed(view, item, words) {
  const key = item.block + '/' + item.action;
  const before = typing.get(key);
  if (before) clearTimeout(before.timer);
  const send = () => {
    typing.delete(key);
    return deed('typed', { view, block: item.block, action: item.action, words });
  };
  typing.set(key, { send, timer: setTimeout(send, 250) });
}

async function flush() {
  await Promise.all([...typing.values()].map(({ send, timer }) => {
    clearTimeout(timer);
    return send();
  }));
}

export async function refreshModal() {
  await flush();
  const turn = ++asked;
  const data = await scene('modal');
  if (turn !== asked) return; // a later answer is on its way, and truer
  if (!data.depth) {
    close();
    return;
  }
  if (data.id === left) return;
  if (shown && shown.id === data.id && shown.hash === data.hash && shown.depth === data.depth) return;
  draw(data, {});
}

function close() {
  if (!shown) return;
  const { dialog } = shown;
  shown = undefined;
  closePopover();
  dialog.close();
  dialog.remove();
  writeAgain();
}

function build() {
  const dialog = h('dialog', { class: 'modal' });
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    cancel(false);
  });
  document.getElementById('dialogs').append(dialog);
  dialog.showModal();
  return dialog;
}

/** The last one goes at once: whoever types on must not type into a form that they have left. */
async function cancel(all) {
  if (!shown) return;
  const { id, depth } = shown;
  if (all || depth === 1) {
    left = id;
    close();
  }
  try {
    await flush();
    await deed('close', { view: id, all });
  } finally {
    left = '';
    refreshModal();
  }
}

/** Where the focus was, so that it can be there again. */
function focused(dialog) {
  const node = dialog.contains(document.activeElement) ? document.activeElement : undefined;
  const holder = node && node.closest('[data-element]');
  return holder && { key: holder.dataset.element, start: node.selectionStart, end: node.selectionEnd };
}

function draw(data, errors) {
  const dialog = shown ? shown.dialog : build();
  const before = shown && shown.id === data.id ? focused(dialog) : undefined;
  const scroll = before && dialog.querySelector('.modal-body').scrollTop;
  const trouble = h('p', { class: 'trouble', role: 'alert' });
  const note = (text) => redraw(trouble, text && [icon('warn', 15), text]);
  shown = { dialog, id: data.id, hash: data.hash, depth: data.depth, data };
  const form = h('form', { novalidate: true, onsubmit: (event) => { event.preventDefault(); submit(form, note); } },
    h('header', {},
      data.depth > 1 && h('button', { type: 'button', class: 'quiet', 'aria-label': 'Back', title: 'Back', onclick: () => cancel(false) }, icon('back')),
      h('h2', { id: 'modal-title' }, data.title),
      h('button', { type: 'button', class: 'quiet', 'aria-label': 'Close', title: 'Close', onclick: () => cancel(true) }, icon('close'))),
    h('div', { class: 'modal-body' }, blocks(data.blocks, hands(data.id, note), errors), trouble),
    h('footer', {},
      h('span', { class: 'modal-app' }, place.boot.appName),
      h('button', { type: 'button', class: 'act', onclick: () => cancel(false) }, data.close || (data.submit ? 'Cancel' : 'Close')),
      data.submit && h('button', { type: 'submit', class: 'act primary' }, h('span', {}, data.submit))));
  dialog.setAttribute('aria-labelledby', 'modal-title');
  redraw(dialog, form);
  if (before) refocus(dialog, before, scroll);
  else focusFirst(dialog, errors);
}

function refocus(dialog, before, scroll) {
  const node = dialog.querySelector(`[data-element="${CSS.escape(before.key)}"]`);
  dialog.querySelector('.modal-body').scrollTop = scroll;
  if (!node) return;
  node.focus({ preventScroll: true });
  if (node.setSelectionRange && before.start !== undefined && before.start !== null) node.setSelectionRange(before.start, before.end);
}

function focusFirst(dialog, errors) {
  const wrong = Object.keys(errors).length && dialog.querySelector('.wrong input, .wrong textarea, .wrong button');
  const first = wrong || dialog.querySelector('[autofocus]') || dialog.querySelector('.modal-body input, .modal-body textarea, .modal-body .select') || dialog.querySelector('footer .primary, footer .act');
  if (first) first.focus();
}

function hands(view, note) {
  return {
    act: async (item, words) => {
      await flush();
      note('');
      const seen = await deed('act', { view, block: item.block, action: item.action, words });
      if (seen.error) note(inWords(seen.error, place.boot.appName));
    },
    typed: (item, words) => typed(view, item, words),
    suggest: async (item, query) => (await deed('suggest', { view, block: item.block, action: item.action, query })).options || [],
    upload: async (file) => (await upload(file, { channel: place.id })).id || '',
  };
}

async function submit(form, note) {
  const send = form.querySelector('footer .primary');
  if (!send || send.disabled) return;
  const { id } = shown;
  isWaiting(send, true);
  note('');
  try {
    await flush();
    const seen = await deed('submit', { view: id });
    if (!shown || shown.id !== id) return;
    if (seen.error) note(inWords(seen.error, place.boot.appName));
    if (Object.keys(seen.fields || {}).length) {
      draw(await scene('modal'), seen.fields);
      return;
    }
  } finally {
    isWaiting(send, false);
  }
  refreshModal();
}
