// Draws blocks.

import { h, icon } from './dom.js';
import { ink, link } from './ink.js';
import { element, image } from './elements.js';

export function blocks(list, hands, errors = {}) {
  return h('div', { class: 'blocks' }, (list || []).map((block) => draw(block, hands, errors)));
}

function draw(block, hands, errors) {
  switch (block.type) {
    case 'section': return section(block, hands);
    case 'header': return h('h3', { class: 'block-header' }, block.text);
    case 'divider': return h('hr', { class: 'block-divider' });
    case 'context': return h('div', { class: 'block-context' }, block.elements.map((part) => part.type === 'image' ? image(part) : h('span', {}, ink(part.text))));
    case 'actions':
    case 'context_actions': return h('div', { class: 'block-actions' }, block.elements.map((each) => element(each, hands)));
    case 'image': return figure(block);
    case 'rich_text':
    case 'markdown':
    case 'table': return h('div', { class: 'prose' }, ink(block.text));
    case 'input': return input(block, hands, errors);
    case 'alert': return h('div', { class: 'block-alert ' + (block.level || 'default'), role: 'note' }, icon('warn'), h('div', {}, ink(block.text)));
    case 'video': return video(block);
    case 'file': return h('div', { class: 'file-card' }, icon('file'), h('span', {}, block.text));
    case 'card': return card(block, hands);
    case 'carousel': return h('div', { class: 'carousel' }, block.elements.map((each) => card(each, hands)));
    default: return h('div', { class: 'placeholder' }, 'A block of type ' + block.type);
  }
}

function section(block, hands) {
  return h('div', { class: 'block-section' },
    h('div', { class: 'section-words' },
      block.text && h('div', { class: 'prose' }, ink(block.text)),
      block.fields.length ? h('div', { class: 'fields' }, block.fields.map((field) => h('div', { class: 'prose' }, ink(field)))) : null),
    block.accessory && h('div', { class: 'accessory' }, element(block.accessory, hands)));
}

function figure(block) {
  return h('figure', { class: 'block-image' }, block.title && h('figcaption', {}, block.title), image(block));
}

function video(block) {
  return h('figure', { class: 'block-video' },
    h('figcaption', {}, link(block.url, block.title), block.author && h('small', {}, block.author)),
    h('div', { class: 'video-still', role: 'img', 'aria-label': block.alt }, icon('play', 36), h('span', {}, block.alt)));
}

function card(block, hands) {
  return h('div', { class: 'card' },
    h('div', { class: 'card-title' }, ink(block.title)),
    h('div', { class: 'card-sub' }, ink(block.subtitle)),
    h('div', { class: 'prose' }, ink(block.body)),
    block.elements.length ? h('div', { class: 'block-actions' }, block.elements.map((each) => element(each, hands))) : null);
}

let fields = 0;

function input(block, hands, errors) {
  const id = 'field-' + fields++;
  const node = element(block.element, hands, block);
  const error = errors[block.block];
  const labelled = node.matches('input,textarea') ? node : node.querySelector('input[type=file]') || node;
  if (!labelled.id) labelled.id = id;
  const notes = [block.hint && id + '-hint', error && id + '-error'].filter(Boolean).join(' ');
  if (notes) labelled.setAttribute('aria-describedby', notes);
  if (error) labelled.setAttribute('aria-invalid', 'true');
  if (node.matches('.select,.boxes')) node.setAttribute('aria-labelledby', id + '-label' + (node.matches('.select') ? ' ' + labelled.id : ''));
  return h('div', { class: error ? 'block-input wrong' : 'block-input', data: { input: block.block } },
    h('label', { id: id + '-label', for: node.matches('.boxes') ? undefined : labelled.id }, block.label,
      block.optional && h('span', { class: 'optional' }, 'optional')),
    node,
    block.hint && h('p', { class: 'hint', id: id + '-hint' }, block.hint),
    error && h('p', { class: 'error', id: id + '-error' }, icon('warn', 15), error));
}
