// Completion in the composer: commands, their verbs, people, groups and channels.

import { h, avatar, icon } from './dom.js';
import { place } from './place.js';

/** The words that a usage hint separates with bars. */
export function verbs(hint) {
  if (!hint.includes('|')) return [];
  return hint.split('|')
    .map((part) => part.trim().match(/^[\s[<({"']*([a-z][a-z-]+)(.*)$/))
    .filter(Boolean)
    .map((match) => ({ verb: match[1], rest: balanced(match[2].trim()) }));
}

/** Without the bracket that closes the whole hint. */
function balanced(rest) {
  const count = (marks) => [...rest].filter((letter) => marks.includes(letter)).length;
  return /[\])}>]$/.test(rest) && count('])}>') > count('[({<') ? balanced(rest.slice(0, -1).trim()) : rest;
}

/** What may stand where the caret is: {from, items} or nothing. */
export function offers(text, caret, slash) {
  const before = text.slice(0, caret);
  if (slash && /^\/\S*$/.test(before)) return commands(before);
  const name = before.match(/(?:^|\s)([@#])([\w.-]*)$/);
  if (name) return named(name[1], name[2].toLowerCase(), caret);
  const verb = slash && before.match(/^(\/\S+)\s+([a-z-]*)$/);
  return verb ? verbsOf(verb[1], verb[2], caret) : undefined;
}

function commands(typed) {
  const items = place.boot.commands
    .filter((each) => each.name.startsWith(typed))
    .map((each) => ({ insert: each.name + ' ', text: each.name, hint: each.hint, description: each.description, icon: 'bolt' }));
  return items.length ? { from: 0, items } : undefined;
}

function verbsOf(name, typed, caret) {
  const command = place.boot.commands.find((each) => each.name === name);
  const items = command ? verbs(command.hint).filter((each) => each.verb.startsWith(typed) && each.verb !== typed) : [];
  return items.length
    ? { from: caret - typed.length, items: items.map((each) => ({ insert: each.verb + ' ', text: each.verb, hint: each.rest })) }
    : undefined;
}

function named(mark, typed, caret) {
  const items = mark === '#' ? channels(typed) : people(typed);
  return items.length ? { from: caret - typed.length - 1, items: items.slice(0, 8) } : undefined;
}

function people(typed) {
  const all = [...place.boot.people, place.boot.app];
  const matching = all
    .filter((each) => each.handle.startsWith(typed) || each.name.toLowerCase().includes(typed))
    .map((each) => ({ insert: '@' + each.handle + ' ', text: each.name, hint: '@' + each.handle, description: each.title, person: each }));
  const groups = place.boot.groups
    .filter((each) => each.handle.startsWith(typed))
    .map((each) => ({ insert: '@' + each.handle + ' ', text: '@' + each.handle, description: each.name, icon: 'people' }));
  const all3 = ['here', 'channel']
    .filter((each) => typed && each.startsWith(typed))
    .map((each) => ({ insert: '@' + each + ' ', text: '@' + each, description: 'Notify everybody ' + (each === 'here' ? 'who is here' : 'in this channel'), icon: 'people' }));
  return [...matching, ...groups, ...all3];
}

function channels(typed) {
  return place.side.channels
    .filter((each) => !each.archived && each.name.includes(typed))
    .map((each) => ({ insert: '#' + each.name + ' ', text: each.name, description: each.topic, icon: each.closed ? 'lock' : 'hash' }));
}

/** The list under the caret, as a combobox has one. */
export function completion(field, list, slash) {
  let offer;
  let at = 0;
  const draw = () => {
    list.hidden = !offer;
    field.setAttribute('aria-expanded', offer ? 'true' : 'false');
    list.replaceChildren();
    if (!offer) {
      field.removeAttribute('aria-activedescendant');
      return;
    }
    offer.items.forEach((item, index) => list.append(h('div', {
      role: 'option', id: list.id + '-' + index, 'aria-selected': index === at ? 'true' : 'false', class: 'completion',
      onmousedown: (event) => { event.preventDefault(); take(index); },
    },
    item.person ? avatar(item.person, 24) : item.icon ? icon(item.icon, 16) : h('span', { class: 'verb-dot' }),
    h('span', { class: 'menu-words' }, h('span', {}, item.text, item.hint && h('span', { class: 'usage' }, item.hint)), item.description && h('small', {}, item.description)))));
    field.setAttribute('aria-activedescendant', list.id + '-' + at);
    list.children[at].scrollIntoView({ block: 'nearest' });
  };
  const look = () => {
    offer = document.activeElement === field ? offers(field.value, field.selectionStart, slash) : undefined;
    at = 0;
    draw();
  };
  const take = (index) => {
    const item = offer.items[index];
    const rest = field.value.slice(field.selectionStart);
    field.value = field.value.slice(0, offer.from) + item.insert + rest.replace(/^\s/, '');
    const caret = offer.from + item.insert.length;
    field.setSelectionRange(caret, caret);
    field.dispatchEvent(new Event('input'));
  };
  field.addEventListener('input', look);
  field.addEventListener('click', look);
  field.addEventListener('blur', () => { offer = undefined; draw(); });
  /** True when the key was for the list. */
  return (event) => {
    if (!offer) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      at = (at + step + offer.items.length) % offer.items.length;
      draw();
    } else if (event.key === 'Tab' || (event.key === 'Enter' && !exact())) {
      take(at);
    } else if (event.key === 'Escape') {
      offer = undefined;
      draw();
    } else {
      return false;
    }
    event.preventDefault();
    return true;
  };
  /** Enter sends what is complete already. */
  function exact() {
    const typed = field.value.slice(offer.from).trim();
    return offer.items[at].insert.trim() === typed;
  }
}
