// The box in which one writes: messages, commands, files.

import { h, icon, button, put, toast } from './dom.js';
import { deed, upload, inWords } from './net.js';
import { place } from './place.js';
import { completion } from './complete.js';
import { emojiPicker, menu } from './popover.js';

const drafts = new Map();
let boxes = 0;

/** options: channel, name, thread, onsent, notice(words) */
export function composer({ channel, name, thread, notice }) {
  const id = 'composer-' + boxes++;
  const key = place.me.id + '/' + channel + '/' + (thread || '');
  const list = h('div', { class: 'completions', role: 'listbox', id: id + '-list', hidden: true, 'aria-label': 'Suggestions' });
  const hint = (called) => `Message ${called}${place.boot.commands.length ? ', or type / for commands' : ''}`;
  const field = h('textarea', {
    id: thread ? undefined : 'composer', rows: 1, class: 'composer-field', value: drafts.get(key) || '',
    placeholder: thread ? 'Reply\u2026' : hint(name),
    role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': id + '-list', 'aria-label': thread ? 'Reply in the thread' : 'Message ' + name,
  });
  const handles = completion(field, list, !thread);
  const attached = h('div', { class: 'attached' });
  let files = [];

  const grow = () => {
    drafts.set(key, field.value);
    field.style.height = 'auto';
    field.style.height = Math.min(field.scrollHeight, 240) + 'px';
    sendButton.disabled = !field.value.trim() && !files.length;
  };
  const send = async () => {
    const text = field.value.trim();
    if (!text && !files.length) return;
    const sent = files;
    files = [];
    attached.replaceChildren();
    field.value = '';
    grow();
    notice('');
    if (sent.length) return share(sent, text);
    const command = /^\/[^\s/]+(\s|$)/.test(text);
    if (command && thread) {
      notice('Commands do not work in threads, here as in Slack. Use one in the channel.');
      field.value = text;
      return;
    }
    let seen;
    try {
      seen = await deed(command ? 'command' : 'say', { channel, text, thread });
    } catch {
      notice('The sandbox did not answer, so nothing was sent.');
      if (!field.value) box.fill(text);
      return;
    }
    if (seen.error) {
      notice(command ? `${text.split(/\s/)[0]} failed: ${inWords(seen.error, place.boot.appName)}` : inWords(seen.error, place.boot.appName));
      if (seen.error === 'invalid_command') field.value = text;
    }
  };
  const share = async (all, text) => {
    for (const file of all) {
      const seen = await upload(file, { channel, text });
      if (seen.error) toast(inWords(seen.error, place.boot.appName), true);
    }
  };
  const attach = (more) => {
    files = [...files, ...more];
    put(attached, [...more].map((file) => h('span', { class: 'chip' }, icon('file', 14), file.name)));
    grow();
  };

  field.addEventListener('input', grow);
  field.addEventListener('keydown', (event) => {
    if (event.isComposing || handles(event)) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      send();
    }
  });
  field.addEventListener('paste', (event) => event.clipboardData.files.length && attach(event.clipboardData.files));
  const chooser = h('input', { type: 'file', multiple: true, hidden: true, 'aria-label': 'Files to share', onchange: (event) => attach(event.target.files) });
  const sendButton = h('button', { type: 'submit', class: 'send', 'aria-label': 'Send', title: 'Send (Enter)', disabled: true }, icon('send'));
  const global = place.boot.shortcuts.filter((each) => !each.onMessage);
  const box = h('form', { class: 'composer', onsubmit: (event) => { event.preventDefault(); send(); } },
    list, field, attached,
    h('div', { class: 'composer-tools' },
      !thread && button('Share a file', 'clip', () => chooser.click()),
      button('Emoji', 'smile', (event) => emojiPicker(event.currentTarget, place.boot.emoji, (name2) => insert(':' + name2 + ': ')), { 'aria-haspopup': 'dialog' }),
      !thread && global.length ? button('Shortcuts', 'bolt', (event) => shortcuts(event.currentTarget), { 'aria-haspopup': 'menu' }) : null,
      h('span', { class: 'tip' }, h('kbd', {}, 'Enter'), ' sends, ', h('kbd', {}, 'Shift Enter'), ' breaks the line'),
      sendButton, chooser));
  const insert = (text) => {
    field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
    field.focus();
    field.dispatchEvent(new Event('input'));
  };
  box.fill = (text) => {
    field.value = text;
    field.focus();
    field.setSelectionRange(text.length, text.length);
    field.dispatchEvent(new Event('input'));
  };
  /** The channel has another name now; what is being written stays as it is. */
  box.rename = (called) => {
    field.placeholder = hint(called);
    field.setAttribute('aria-label', 'Message ' + called);
  };
  requestAnimationFrame(grow);
  return box;
}

/** Whoever has lost the focus to nothing goes on writing in the box of the channel. */
export function writeOn() {
  const field = document.getElementById('composer');
  const nowhere = document.activeElement === document.body || !document.activeElement;
  if (field && nowhere && !document.querySelector('dialog[open]')) field.focus({ preventScroll: true });
}

/** A box that gets the focus back from a dialog has no caret until it is focused anew. */
export function writeAgain() {
  const field = document.getElementById('composer');
  if (!field || document.activeElement !== field) return writeOn();
  const { selectionStart, selectionEnd } = field;
  field.blur();
  field.focus({ preventScroll: true });
  field.setSelectionRange(selectionStart, selectionEnd);
}

/** What is typed at nothing is meant for the box. */
document.addEventListener('keydown', (event) => {
  if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) writeOn();
});

export function shortcuts(anchor) {
  menu(anchor, [
    { heading: place.boot.appName },
    ...place.boot.shortcuts.filter((each) => !each.onMessage).map((each) => ({
      text: each.name, hint: each.description, icon: 'bolt',
      onpick: async () => {
        const seen = await deed('shortcut', { callback: each.callback });
        if (seen.error) toast(inWords(seen.error, place.boot.appName), true);
      },
    })),
  ], { label: 'Shortcuts' });
}
