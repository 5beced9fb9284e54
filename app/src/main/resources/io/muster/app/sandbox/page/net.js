// Talks to the sandbox: scenes are read, deeds are sent, news streams in.

export const who = { id: '' };

async function answer(response) {
  if (!response.ok) throw new Error('the sandbox answered ' + response.status);
  return response.json();
}

export function scene(name, query = {}) {
  const search = new URLSearchParams({ as: who.id, ...query });
  return fetch('/page/' + name + '?' + search).then(answer);
}

export function deed(name, ask = {}) {
  return fetch('/page/' + name + '?as=' + who.id, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Sandbox': '1' },
    body: JSON.stringify(ask),
  }).then(answer);
}

export function upload(file, query) {
  const search = new URLSearchParams({ as: who.id, name: file.name, ...query });
  return fetch('/page/upload?' + search, {
    method: 'POST',
    headers: { 'X-Sandbox': '1' },
    body: file,
  }).then(answer);
}

export function fileUrl(id) {
  return '/page/file/' + id + '?as=' + who.id;
}

let source;

/** Calls back for each piece of news; after a gap it asks for everything anew. */
export function listen(onNews, onGap) {
  if (source) source.close();
  let broken = false;
  source = new EventSource('/page/live?as=' + who.id);
  source.onmessage = (event) => onNews(JSON.parse(event.data));
  source.onerror = () => { broken = true; };
  source.onopen = () => {
    if (broken) onGap();
    broken = false;
  };
}

/** Slack's codes in words. */
export function inWords(code, appName) {
  return {
    operation_timeout: `${appName} did not answer within three seconds.`,
    dispatch_failed: `${appName} could not be reached.`,
    trouble_connecting: `${appName} answered something that cannot be shown. Nothing was changed.`,
    invalid_command_response: `${appName} answered something that cannot be shown.`,
    invalid_command: 'There is no such command here.',
    not_in_channel: 'Join the channel first.',
    is_archived: 'This channel is archived.',
    name_taken: 'That name is taken.',
  }[code] || code;
}
