/* Shows what was found. */

const excerptLength = 280, leadLength = 60;

/** The part of a text that has the most of the marked words, between two spaces. */
const excerptOf = (text, places) => {
  if (text.length <= excerptLength) return [0, text.length];
  let best = { start: 0, words: 0 };
  for (let i = 0; i < places.length; i++) {
    const start = places[i].start, words = new Set();
    for (let j = i; j < places.length && places[j].end <= start + excerptLength - leadLength; j++) words.add(places[j].word);
    if (words.size > best.words) best = { start, words: words.size };
  }
  let start = Math.max(0, Math.min(best.start - leadLength, text.length - excerptLength));
  if (start > 0) start = text.slice(start, start + leadLength).search(/\s/) + 1 + start;
  let end = Math.min(text.length, start + excerptLength);
  if (end < text.length) end = Math.max(start + leadLength, text.slice(0, end).search(/\s\S*$/));
  return [start, end];
};

/** Puts a text into an element, with the words that were asked for marked. */
const setMarked = (element, text, places, from = 0, to = text.length) => {
  const pieces = [];
  let at = from;
  for (const { start, end } of places) {
    if (start < at || end > to) continue;
    const mark = document.createElement('mark');
    mark.textContent = text.slice(start, end);
    pieces.push(text.slice(at, start), mark);
    at = end;
  }
  pieces.push(text.slice(at, to));
  element.replaceChildren(from > 0 ? '… ' : '', ...pieces, to < text.length ? ' …' : '');
};

const fillResult = (result, found, search, siteUrl) => {
  const { folds } = search.index;
  const placesIn = text => wordsOf(text, folds).filter(w => search.marked.has(w.word)).sort((a, b) => a.start - b.start || b.end - a.end);
  const part = name => result.querySelector(`[data-part="${name}"]`);
  const { page, anchor, heading, text } = found;
  const link = part('link');
  const path = page.path.split('/').map(encodeURIComponent).join('/');
  link.href = new URL(path + (anchor ? `#${encodeURIComponent(anchor)}` : ''), siteUrl);
  setMarked(link, heading, placesIn(heading));
  part('page').textContent = anchor ? page.title : '';
  if (page.date) {
    const date = document.createElement('time');
    date.dateTime = page.iso;
    date.textContent = page.date;
    part('date').append(date);
  }
  if (!page.date && !anchor) part('where').remove();
  const body = text.replaceAll('\n', ' '), places = placesIn(text);
  setMarked(part('excerpt'), body, places, ...excerptOf(body, places));
};
