// Small tools for drawing: elements, icons, and lists that keep what has not changed.

const SVG = 'http://www.w3.org/2000/svg';

const ICONS = {
  hash: 'M5 9h14M5 15h14M10 4 8 20M16 4l-2 16',
  lock: 'M7 11V8a5 5 0 0 1 10 0v3M6 11h12v9H6z',
  archive: 'M4 5h16v4H4zM6 9v10h12V9M10 13h4',
  plus: 'M12 5v14M5 12h14',
  clip: 'M19 11.500l-7 7a4.500 4.500 0 0 1-6.400-6.400l7.500-7.500a3 3 0 0 1 4.300 4.300l-7.300 7.300a1.500 1.500 0 0 1-2.200-2.100l6.600-6.600',
  send: 'M4 12 20 4l-5 16-3.500-6.500zM11.500 13.500 20 4',
  smile: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M8.500 14.500c1.800 2.400 5.200 2.400 7 0M9 9.500v.500M15 9.500v.500',
  pin: 'M9 4h6l-1 6 3 3H7l3-3zM12 13v7',
  link: 'M10 14a4 4 0 0 0 5.700 0l3-3a4 4 0 0 0-5.700-5.700l-1 1M14 10a4 4 0 0 0-5.700 0l-3 3a4 4 0 0 0 5.700 5.700l1-1',
  more: 'M6 12h.01M12 12h.01M18 12h.01',
  close: 'M6 6l12 12M18 6 6 18',
  check: 'M5 13l4 4L19 7',
  down: 'M7 10l5 5 5-5',
  back: 'M14 6l-6 6 6 6',
  thread: 'M4 5h16v10H10l-4 4v-4H4zM8 9h8M8 12h5',
  search: 'M11 5a6 6 0 1 0 0 12 6 6 0 0 0 0-12M20 20l-4.600-4.600',
  doc: 'M7 3h7l4 4v14H7zM14 3v4h4M10 12h5M10 16h5',
  people: 'M9 12a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7M3 20c.5-4 3-6 6-6s5.500 2 6 6M16 5.500a3.500 3.500 0 0 1 0 6.500M17.500 14.500c2 .8 3.200 2.700 3.500 5.500',
  bolt: 'M13 3 5 14h6l-1 7 8-11h-6z',
  clock: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16M12 8v4.500l3 2',
  mark: 'M7 4h10v16l-5-4-5 4z',
  warn: 'M12 4 2.500 20h19zM12 10v4.500M12 17.500v.01',
  file: 'M7 3h7l4 4v14H7zM14 3v4h4',
  eye: 'M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12M12 9.500a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5',
  trash: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13',
  play: 'M8 5v14l11-7z',
  menu: 'M4 7h16M4 12h16M4 17h16',
  home: 'M4 11 12 4l8 7v9h-5v-6H9v6H4z',
  leave: 'M14 4h5v16h-5M10 8l-4 4 4 4M6 12h9',
};

export function icon(name, size = 18) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('width', size);
  svg.setAttribute('height', size);
  svg.setAttribute('class', name === 'more' ? 'icon heavy' : 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', ICONS[name] || '');
  svg.append(path);
  return svg;
}

/** h('div', {class: 'a', onclick: f}, child, 'text', [more]) */
export function h(tag, props, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (name === 'data') Object.assign(node.dataset, value);
    else if (name === 'value' || name === 'checked') node[name] = value;
    else node.setAttribute(name, value === true ? '' : value);
  }
  put(node, children);
  return node;
}

export function put(node, children) {
  for (const child of [children].flat(Infinity)) {
    if (child === undefined || child === null || child === false || child === '') continue;
    node.append(child);
  }
  return node;
}

export function redraw(node, ...children) {
  node.replaceChildren();
  return put(node, children);
}

/** Draws a list by keys. What reads the same as before keeps its very nodes, focus included. */
export function sync(container, items, key, draw) {
  const before = container.drawn || new Map();
  const wanted = new Set(items.map(key));
  for (const [id, entry] of before) if (!wanted.has(id)) entry.node.remove();
  const now = new Map();
  let previous = null;
  for (const item of items) {
    const id = key(item);
    const text = JSON.stringify(item);
    let entry = before.get(id);
    if (!entry || entry.text !== text) {
      const node = draw(item);
      if (entry) entry.node.replaceWith(node);
      entry = { text, node };
    }
    const next = previous ? previous.nextSibling : container.firstChild;
    if (next !== entry.node) container.insertBefore(entry.node, next);
    previous = entry.node;
    now.set(id, entry);
  }
  container.drawn = now;
}

export function avatar(person, size = 36) {
  const face = h('span', { class: person.bot ? 'face bot' : 'face', 'aria-hidden': 'true' },
    person.bot ? icon('bolt', Math.round(size * 0.55)) : person.initials);
  face.style.setProperty('--size', size + 'px');
  face.style.setProperty('--tint', person.color);
  return face;
}

export function button(label, picture, onclick, more = {}) {
  return h('button', { type: 'button', class: 'quiet', title: label, 'aria-label': label, onclick, ...more },
    icon(picture));
}

export function toast(words, bad = false) {
  if (!words) return;
  const note = h('div', { class: bad ? 'toast bad' : 'toast' }, words);
  document.getElementById('toasts').append(note);
  setTimeout(() => note.classList.add('leaving'), 4200);
  setTimeout(() => note.remove(), 4700);
}

export const isWaiting = (node, on) => {
  node.toggleAttribute('data-waiting', on);
  node.setAttribute('aria-busy', on ? 'true' : 'false');
  if ('disabled' in node) node.disabled = on;
};
