// News from Herald, for every open tab. A browser allows only a few standing connections to one address, so one tab
// holds it and tells the others; when that tab closes, the next one takes over.

const LOOK_AGAIN_MS = 1500;

/** Calls `onNews` when something changed and when Herald is back, and `onAway` when it cannot be reached. */
export function listen({ onNews, onAway }) {
  const tabs = new BroadcastChannel('herald-live');
  const hear = (news) => (news === 'away' ? onAway() : onNews());
  const tell = (news) => {
    tabs.postMessage(news);
    hear(news);
  };
  tabs.addEventListener('message', ({ data }) => hear(data));
  navigator.locks.request('herald-live', () => new Promise(() => connect(tell)));
}

function connect(tell) {
  const source = new EventSource('/sandbox/live');
  source.addEventListener('open', () => tell('back'));
  source.addEventListener('changed', () => tell('changed'));
  source.addEventListener('error', () => {
    tell('away');
    // The browser comes back by itself after a broken line, but not after an answer that refused.
    if (source.readyState === EventSource.CLOSED) setTimeout(connect, LOOK_AGAIN_MS, tell);
  });
}
