// Where the reader is: whom they act as, which conversation, which thread. Kept in the address.

export const place = { me: undefined, kind: 'channel', id: '', thread: '', boot: undefined, side: undefined };

const listeners = [];
export const onMove = (listener) => listeners.push(listener);

export function face(id) {
  return place.boot.people.find((person) => person.id === id);
}

/** #ana/C0123 or #ana/app, with /t/ts for a thread. */
export function write() {
  const rest = place.kind === 'app' ? 'app' : place.id;
  const hash = '#' + place.me.handle + '/' + rest + (place.thread ? '/t/' + place.thread : '');
  if (location.hash !== hash) history.replaceState(null, '', '/' + hash);
}

export function read() {
  const archive = location.pathname.match(/^\/archives\/([A-Z0-9]+)(?:\/p(\d+)(\d{6}))?/);
  const document = location.pathname.match(/^\/docs\/[A-Z0-9]+\/([A-Z0-9]+)/);
  const [handle, id, , thread] = decodeURIComponent(location.hash.slice(1)).split('/');
  return {
    handle: handle || localStorage.getItem('sandbox.me') || '',
    id: archive ? archive[1] : id || '',
    thread: thread || '',
    canvas: document ? document[1] : '',
    message: archive && archive[2] ? archive[2] + '.' + archive[3] : '',
  };
}

export function go(to) {
  Object.assign(place, { thread: '' }, to);
  write();
  listeners.forEach((listener) => listener());
}
