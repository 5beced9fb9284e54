// The app's own page: its Home, the direct messages with it, and what it says of itself.

import { h, icon, avatar, redraw } from './dom.js';
import { scene, deed, inWords } from './net.js';
import { place, go } from './place.js';
import { blocks } from './blocks.js';

let shown;

export function homeStage(stage) {
  const body = h('div', { class: 'home', tabindex: '0' }, h('div', { class: 'sheet home-sheet' }));
  const app = place.side.direct.find((each) => each.with.bot);
  redraw(stage,
    h('header', { class: 'stage-head' },
      h('button', { type: 'button', class: 'quiet burger', 'aria-label': 'Channels', onclick: () => document.body.classList.toggle('side-open') }, icon('menu')),
      h('div', { class: 'stage-title' }, h('h1', {}, avatar(place.boot.app, 26), h('span', {}, place.boot.appName), h('span', { class: 'app-badge' }, 'APP')), h('p', { class: 'topic' }, place.boot.appAbout)),
      h('div', { class: 'tabs', role: 'tablist' },
        h('button', { type: 'button', role: 'tab', 'aria-selected': 'true' }, 'Home'),
        app && h('button', { type: 'button', role: 'tab', 'aria-selected': 'false', onclick: () => { deed('open-app', { tab: 'messages' }); go({ kind: 'channel', id: app.id }); } }, 'Messages'))),
    body);
  shown = { body: body.firstChild, hash: undefined, me: place.me.id };
  deed('open-app', { tab: 'home' });
  return refreshHome();
}

export async function refreshHome() {
  if (!shown || place.kind !== 'app') return;
  const mine = shown;
  const data = await scene('home');
  if (shown !== mine || mine.me !== place.me.id || shown.hash === data.hash && shown.hash) return;
  shown.hash = data.hash;
  const trouble = h('p', { class: 'trouble', role: 'alert' });
  const note = (text) => redraw(trouble, text && [icon('warn', 15), text]);
  if (!data.id) {
    redraw(shown.body, h('div', { class: 'empty' }, icon('home', 34), h('p', {}, 'Nothing here yet.'), h('small', {}, 'The app has not published a Home for ' + place.me.name + '.')));
    return;
  }
  const hands = {
    act: async (item, words) => {
      note('');
      const seen = await deed('act', { view: data.id, block: item.block, action: item.action, words });
      if (seen.error) note(inWords(seen.error, place.boot.appName));
    },
    typed: (item, words) => deed('typed', { view: data.id, block: item.block, action: item.action, words }),
    suggest: async (item, query) => (await deed('suggest', { view: data.id, block: item.block, action: item.action, query })).options || [],
    upload: async () => '',
  };
  redraw(shown.body, blocks(data.blocks, hands), trouble);
}
