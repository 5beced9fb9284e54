// Dialogs that stop everything else: confirmation, browsing, jumping.

import { h, icon } from './dom.js';
import { ink } from './ink.js';

/** A dialog that answers with what closed it. */
export function ask(title, content, { yes, no = 'Cancel', bad, wide } = {}) {
  return new Promise((resolve) => {
    const form = h('form', { method: 'dialog' },
      h('header', {}, h('h2', {}, title), h('button', { class: 'quiet', value: '', 'aria-label': 'Close', type: 'submit' }, icon('close'))),
      h('div', { class: 'dialog-body' }, content),
      yes && h('footer', {},
        h('button', { class: 'act', value: '', type: 'submit' }, no),
        h('button', { class: 'act ' + (bad ? 'danger' : 'primary'), value: 'yes', type: 'submit' }, yes)));
    const dialog = h('dialog', { class: wide ? 'dialog wide' : 'dialog', 'aria-label': title }, form);
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue);
    });
    document.getElementById('dialogs').append(dialog);
    dialog.showModal();
    const first = dialog.querySelector('.dialog-body input') || dialog.querySelector('button[value=yes]');
    if (first) first.focus();
  });
}

/** Asks only where the app wants it asked. */
export async function confirmFirst(confirm) {
  if (!confirm) return true;
  const answer = await ask(confirm.title || 'Are you sure?', h('div', { class: 'prose' }, ink(confirm.text)), {
    yes: confirm.confirm || 'Yes', no: confirm.deny || 'Cancel', bad: confirm.style === 'danger',
  });
  return answer === 'yes';
}

/** Closes the dialog that a node is in. */
export function done(node, value = 'done') {
  const dialog = node.closest('dialog');
  if (dialog) dialog.close(value);
}

