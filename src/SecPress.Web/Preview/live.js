// Tells of every new state of the site. Browsers keep few connections to one host: one page of all that are open holds the event
// stream, and tells the others.

const channel = new BroadcastChannel('secpress');

/** Calls `changed` after each change, and `lost` with whether the server cannot be reached, when that changes. */
export function listen(changed, lost = () => {}) {
  const hear = message => ('lost' in message ? lost(message.lost) : changed(message));
  channel.addEventListener('message', event => hear(event.data));
  const tell = message => {
    channel.postMessage(message);
    hear(message);
  };
  navigator.locks.request('secpress-events', () => new Promise(() => {
    const source = new EventSource('/_secpress/events');
    source.addEventListener('open', () => tell({ lost: false }));
    source.addEventListener('error', () => tell({ lost: true }));
    source.addEventListener('message', event => tell(JSON.parse(event.data)));
  }));
}

/** Runs an asynchronous job; asked again while it runs, it runs once more after. */
export function onceAtATime(job) {
  let running = false;
  let again = false;
  return async () => {
    again = true;
    if (running) return;
    running = true;
    try {
      while (again) {
        again = false;
        await job();
      }
    } finally {
      running = false;
    }
  };
}
