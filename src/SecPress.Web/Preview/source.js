// From what is seen on a page to the line of the file it is written in, and from there to the person's editor.

/** The place an element was made from: its own, its part's, or else the page's. */
export function placeOf(element, state) {
  for (let at = element; at instanceof Element; at = at.parentElement) {
    const source = at.getAttribute('data-source');
    if (source) {
      const colon = source.lastIndexOf(':');
      return { file: source.slice(0, colon), line: Number(source.slice(colon + 1)), element: at };
    }
    const part = at.id && Object.hasOwn(state.anchors, at.id) ? state.anchors[at.id] : null;
    if (part) return { ...part, element: at };
    const labelled = at.getAttribute('aria-labelledby');
    if (labelled && Object.hasOwn(state.anchors, labelled)) return { ...state.anchors[labelled], element: at };
  }
  return state.source ? { ...state.source, element: null } : null;
}

/** Opens a file in the editor, and says how that went. */
export async function open(place, state) {
  const where = `${place.file}, line ${place.line}`;
  try {
    const response = await fetch('/_secpress/open', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-SecPress-Token': state.token },
      body: JSON.stringify({ file: place.file, line: place.line, column: place.column ?? 1 }),
    });
    if (!response.headers.get('Content-Type')?.startsWith('application/json')) return `Not opened: ${await response.text()}`;
    const answer = await response.json();
    if (answer.fault) return `Not opened: ${answer.fault}.`;
    if (answer.url) location.assign(answer.url);
    return `Opened ${where}.`;
  } catch {
    return 'Not opened: the preview does not answer.';
  }
}

/** Whether a key is meant for a field and not for the page, be it in a frame, which has an `Element` of its own. */
export const isTyping = event =>
  Boolean(event.composedPath()[0].closest?.('input, textarea, select, [contenteditable]'));
