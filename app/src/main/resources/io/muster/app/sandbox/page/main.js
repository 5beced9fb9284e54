// Starts the page and keeps it true to what happens.

import { scene, listen, who } from './net.js';
import { place, read, write, go, onMove } from './place.js';
import { drawSide } from './side.js';
import { drawTop, drawBadges, setClock } from './top.js';
import { channelStage, refresh } from './channel.js';
import { threadPane, refreshThread } from './thread.js';
import { homeStage, refreshHome } from './home.js';
import { refreshModal } from './modal.js';
import { closePopover } from './popover.js';
import { jump } from './jump.js';

const top = document.getElementById('top');
const side = document.getElementById('side');
const stage = document.getElementById('stage');
const pane = document.getElementById('pane');

let staged = '';

async function start() {
  const from = read();
  place.message = from.message;
  place.canvas = from.canvas;
  place.boot = await scene('boot');
  setClock(place.boot.clock);
  document.title = place.boot.workspace + ' \u00B7 sandbox';
  const me = place.boot.people.find((each) => each.handle === from.handle) || place.boot.people[0];
  onMove(show);
  document.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === 'k') {
      event.preventDefault();
      jump(become);
    }
  });
  await become(me, from.id, from.thread);
}

/** Acts as somebody from now on. */
async function become(person, id, thread) {
  closePopover();
  place.me = person;
  who.id = person.id;
  localStorage.setItem('sandbox.me', person.handle);
  place.side = await scene('side');
  const paper = place.canvas && place.side.channels.find((each) => each.canvas === place.canvas);
  const wanted = paper ? paper.id : id || place.id;
  const seen = [...place.side.channels, ...place.side.direct].some((each) => each.id === wanted);
  const general = place.side.channels.find((each) => each.name === 'general') || place.side.channels[0];
  const kind = id === 'app' || (!id && place.kind === 'app' && place.boot.homeTab) ? 'app' : 'channel';
  drawTop(top, become);
  listen(onNews, everything);
  staged = '';
  go({ kind, id: kind === 'app' ? '' : seen ? wanted : general.id, thread: thread || '' });
  refreshModal();
}

function show() {
  document.body.classList.remove('side-open');
  drawSide(side);
  const now = place.me.id + '/' + place.kind + '/' + place.id;
  if (now !== staged) {
    staged = now;
    if (place.kind === 'app') homeStage(stage);
    else channelStage(stage);
  }
  document.body.classList.toggle('with-thread', Boolean(place.thread));
  threadPane(pane);
}

function soon(work, wait = 40) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(work, wait);
  };
}

const sideSoon = soon(async () => {
  const me = place.me.id;
  const data = await scene('side');
  if (me !== place.me.id) return;
  place.side = data;
  drawSide(side);
  drawBadges();
}, 60);
const talkSoon = soon(() => { refresh(); refreshThread(); });
const modalSoon = soon(refreshModal, 10);
const homeSoon = soon(refreshHome);

function onNews(news) {
  switch (news.what) {
    case 'CLOCK': setClock(news.now); break;
    case 'MODAL': modalSoon(); break;
    case 'HOME': homeSoon(); break;
    default:
      sideSoon();
      if (place.kind === 'channel' && (news.id === place.id || news.what === 'SIDEBAR')) talkSoon();
  }
}

function everything() {
  sideSoon();
  talkSoon();
  modalSoon();
  homeSoon();
}

window.addEventListener('hashchange', () => {
  const to = read();
  const me = place.boot.people.find((each) => each.handle === to.handle);
  if (me && me.id !== place.me.id) become(me, to.id, to.thread);
  else if (to.id) go({ kind: to.id === 'app' ? 'app' : 'channel', id: to.id === 'app' ? '' : to.id, thread: to.thread });
  write();
});

start();
