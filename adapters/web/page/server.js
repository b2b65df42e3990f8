// What the page asks of Herald. A submission keeps its key until it has been answered, so that trying again is safe.

const as = document.body.dataset.as;

/** Herald could not be reached, or could not store it now: the same again may succeed. */
export class Unreached extends Error {}

/** Herald has answered that this request is no use. */
export class TurnedAway extends Error {}

export function fetchChannel() {
  return ask(`/sandbox/channel?${new URLSearchParams({ as })}`);
}

export function look(what, id = '') {
  return ask(`/sandbox/look?${new URLSearchParams({ as, what, id })}`);
}

export async function fetchSample(id) {
  const response = await fetch(`/sandbox/samples/${id}`);
  return response.blob();
}

/** Sends what one person does at one place of the page. The same content goes out under the same key until answered. */
export function createSubmission(begun = null) {
  let { key, content } = begun ?? { key: null, content: null };
  return {
    get begun() {
      return key === null ? null : { key, content };
    },
    async send(asked) {
      const next = JSON.stringify(asked);
      if (key === null || content !== next) {
        key = crypto.randomUUID();
        content = next;
      }
      const answer = await ask('/sandbox/do', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ key, as, do: asked }),
      });
      key = null;
      return answer;
    },
  };
}

export function sendMail(blob, key, pasted) {
  const query = new URLSearchParams({ as, key, ...(pasted ? { pasted: '1' } : {}) });
  const headers = { 'Content-Type': 'application/octet-stream' };
  return ask(`/sandbox/mail?${query}`, { method: 'POST', headers, body: blob });
}

async function ask(address, init = {}) {
  const response = await fetch(address, init).catch((cause) => {
    throw new Unreached('Not sent yet: Herald does not answer. Your words are safe here.', { cause });
  });
  const body = await response.json().catch(() => ({}));
  if (response.ok) return body;
  const message = body.error ?? 'Herald could not answer. Your words are still here; try again.';
  throw response.status >= 500 ? new Unreached(message) : new TurnedAway(message);
}

const waiting = new Set();

/** Runs `again` once Herald can be reached, unless it is told not to before. */
export function whenReached(again) {
  waiting.add(again);
  document.dispatchEvent(new Event('waiting'));
  return () => waiting.delete(again);
}

export function reached() {
  const all = [...waiting];
  waiting.clear();
  for (const again of all) again();
}
