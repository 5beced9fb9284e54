// Interactive elements of blocks. `hands` says what a choice does: in a message, in a form, at home.
//   hands.act(element, words)   tells the app and gives back the error, or ''
//   hands.typed(element, words) only remembers
//   hands.suggest(element, query) asks the app for options
//   hands.upload(file) stores a file and gives back its id

import { h, icon, isWaiting } from './dom.js';
import { ink } from './ink.js';
import { menu, chooser } from './popover.js';
import { confirmFirst } from './dialogs.js';

export function element(item, hands, input) {
  const change = changer(item, hands, input);
  switch (item.type) {
    case 'button':
    case 'workflow_button': return buttonFor(item, hands);
    case 'overflow': return overflow(item, hands);
    case 'image': return image(item);
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
    case 'rich_text_input': return textField(item, hands, input);
    case 'datepicker': return picker(item, 'date', change);
    case 'timepicker': return picker(item, 'time', change);
    case 'datetimepicker': return picker(item, 'datetime-local', change);
    case 'checkboxes': return boxes(item, 'checkbox', change);
    case 'radio_buttons': return boxes(item, 'radio', change);
    case 'file_input': return fileField(item, hands);
    case 'feedback_buttons':
    case 'icon_button': return h('span', { class: 'placeholder' }, item.text || 'Feedback');
    default: return select(item, hands, change);
  }
}

const key = (item) => ({ data: { element: item.block + '/' + item.action } });

/** In a form a choice is remembered; anywhere else, or when it dispatches, the app is told. */
function changer(item, hands, input) {
  return (words, node) => {
    if (input && !input.dispatch) return hands.typed(item, words);
    return confirmFirst(item.confirm).then((sure) => sure && run(item, hands, words, node));
  };
}

async function run(item, hands, words, node) {
  isWaiting(node, true);
  try {
    await hands.act(item, words);
  } finally {
    isWaiting(node, false);
  }
}

function buttonFor(item, hands) {
  return h('button', {
    type: 'button',
    class: 'act ' + (item.style || ''),
    'aria-label': item.label || undefined,
    ...key(item),
    onclick: async (event) => {
      const node = event.currentTarget;
      if (!(await confirmFirst(item.confirm))) return;
      if (/^https?:/.test(item.url)) window.open(item.url, '_blank', 'noopener');
      await run(item, hands, [], node);
    },
  }, h('span', {}, item.text), item.url && icon('link', 14));
}

function overflow(item, hands) {
  return h('button', {
    type: 'button', class: 'act round', title: 'More', 'aria-label': 'More', 'aria-haspopup': 'menu', ...key(item),
    onclick: (event) => {
      const node = event.currentTarget;
      menu(node, item.options.map((option) => ({
        text: option.text,
        hint: option.description,
        onpick: async () => {
          if (!(await confirmFirst(item.confirm))) return;
          if (/^https?:/.test(option.url)) window.open(option.url, '_blank', 'noopener');
          await run(item, hands, [option.id], node);
        },
      })), { side: 'end', label: 'More' });
    },
  }, icon('more'));
}

export function image(item) {
  return item.url
    ? h('img', { src: item.url, alt: item.alt, loading: 'lazy', onerror: (event) => event.target.classList.add('broken') })
    : h('span', { class: 'placeholder' }, item.alt);
}

function textField(item, hands, input) {
  const types = { email_text_input: 'email', url_text_input: 'url' };
  const long = item.multiline || item.type === 'rich_text_input';
  const field = h(long ? 'textarea' : 'input', {
    class: 'field', type: long ? undefined : types[item.type] || 'text',
    inputmode: item.type === 'number_input' ? (item.is_decimal_allowed ? 'decimal' : 'numeric') : undefined,
    placeholder: item.placeholder, maxlength: item.max_length || 3000, rows: long ? 4 : undefined,
    autofocus: item.focus, ...key(item),
    value: (item.held || [])[0] || '',
  });
  let pause;
  field.addEventListener('input', () => {
    hands.typed(item, field.value ? [field.value] : []);
    if (!input || !input.dispatch || !item.eachCharacter) return;
    clearTimeout(pause);
    pause = setTimeout(() => hands.act(item, field.value ? [field.value] : []), 300);
  });
  if (input && input.dispatch) {
    field.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.shiftKey) {
        event.preventDefault();
        run(item, hands, [field.value], field);
      }
    });
  }
  return field;
}

function picker(item, type, change) {
  return h('input', {
    class: 'field short', type, value: (item.held || [])[0] || '', 'aria-label': item.placeholder || type,
    ...key(item), onchange: (event) => change(event.target.value ? [event.target.value] : [], event.target),
  });
}

let groups = 0;

function boxes(item, type, change) {
  const name = 'group-' + groups++;
  const held = new Set((item.held || []).map((each) => each.id || each));
  const node = h('div', { class: 'boxes', role: type === 'radio' ? 'radiogroup' : 'group', ...key(item) },
    item.options.map((option) => h('label', {},
      h('input', { type, name, value: option.id, checked: held.has(option.id), onchange: () => change(chosen(), node) }),
      h('span', {}, h('span', { class: 'box-text' }, ink(option.spans)), option.description && h('small', {}, option.description)))));
  const chosen = () => [...node.querySelectorAll('input:checked')].map((box) => box.value);
  return node;
}

function fileField(item, hands) {
  const names = h('span', { class: 'file-names' }, 'No file chosen');
  return h('label', { class: 'file-field', ...key(item) }, icon('clip'), names, h('input', {
    type: 'file', multiple: (item.max_files || 10) > 1,
    onchange: async (event) => {
      const files = [...event.target.files].slice(0, item.max_files || 10);
      const ids = [];
      for (const file of files) ids.push(await hands.upload(file));
      names.textContent = files.map((file) => file.name).join(', ') || 'No file chosen';
      hands.typed(item, ids);
    },
  }));
}

/** Every kind of select: a button that opens a list. */
function select(item, hands, change) {
  const many = item.type.startsWith('multi_');
  const all = item.groups
    ? item.groups.flatMap((group) => group.options.map((option) => ({ ...option, group: group.label })))
    : item.options || [];
  let held = (item.held || []).map((each) => each.id
    ? { id: each.id, text: each.text || each.id }
    : { id: each, text: (all.find((option) => option.id === each) || { text: each }).text });
  const label = item.placeholder || 'Choose';
  const shown = h('span', { class: 'select-text' });
  const node = h('button', {
    type: 'button', class: many ? 'select many' : 'select', 'aria-haspopup': 'listbox', ...key(item),
    onclick: () => open(),
  }, shown, icon('down', 16));
  const draw = () => {
    shown.replaceChildren();
    if (!held.length) shown.append(h('span', { class: 'ghost' }, label));
    else if (many) shown.append(...held.map((each) => h('span', { class: 'chip' }, each.text)));
    else shown.append(held[0].text);
  };
  const open = () => {
    let changed = false;
    chooser(node, {
      label, many, chosen: held, most: item.max_selected_items,
      search: item.external || all.length > 7,
      load: (query) => item.external
        ? (query.length >= (item.min_query_length ?? 3) ? hands.suggest(item, query) : [])
        : all.filter((option) => option.text.toLowerCase().includes(query.toLowerCase())),
      onchoose: (options) => {
        held = options;
        changed = true;
        draw();
        if (!many) change(held.map((each) => each.id), node);
      },
      onclose: () => {
        if (many && changed) change(held.map((each) => each.id), node);
      },
    });
  };
  draw();
  return node;
}

