// The thread beside the conversation.

import { h, icon, button, sync, redraw } from './dom.js';
import { scene } from './net.js';
import { place, go } from './place.js';
import { rows, row } from './message.js';
import { composer } from './composer.js';
import { followChannel } from './channel.js';

let shown;

export function threadPane(pane) {
  if (!place.thread) {
    pane.hidden = true;
    shown = undefined;
    return Promise.resolve();
  }
  const key = place.me.id + place.id + place.thread;
  if (!shown || shown.key !== key) build(pane, key);
  pane.hidden = false;
  return refreshThread();
}

function build(pane, key) {
  const title = h('p', { class: 'topic' });
  const list = h('div', { class: 'messages', onclick: followChannel });
  const talk = h('div', { class: 'talk', tabindex: '0' }, list);
  const notice = h('div', { class: 'notice', role: 'alert', hidden: true });
  const say = (text) => {
    notice.hidden = !text;
    redraw(notice, text && [icon('warn', 16), text]);
  };
  redraw(pane,
    h('header', { class: 'stage-head' }, h('div', { class: 'stage-title' }, h('h2', {}, 'Thread'), title), button('Close the thread', 'close', () => go({ kind: 'channel', id: place.id }))),
    talk, notice, h('div', { class: 'foot' }, composer({ channel: place.id, thread: place.thread, name: 'the thread', notice: say })));
  shown = { key, list, talk, title, count: -1 };
  pane.onkeydown = (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) go({ kind: 'channel', id: place.id });
  };
}

export async function refreshThread() {
  if (!shown) return;
  const mine = shown;
  const data = await scene('thread', { id: place.id, ts: place.thread });
  if (shown !== mine) return;
  if (data.error) {
    go({ kind: 'channel', id: place.id });
    return;
  }
  shown.title.textContent = '#' + data.name;
  sync(shown.list, rows(data.messages), (entry) => entry.key, (entry) => row(entry, { inThread: true }));
  if (data.messages.length !== shown.count) requestAnimationFrame(() => { mine.talk.scrollTop = mine.talk.scrollHeight; });
  shown.count = data.messages.length;
}
