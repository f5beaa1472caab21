/* The search page: the form, the address and the list. */

const resultsAtOnce = 10;
const form = document.getElementById('sp-search');
const status = document.getElementById('sp-search-status');
const list = document.getElementById('sp-search-results');
const more = document.getElementById('sp-search-more');
const help = document.getElementById('sp-search-help');
const template = document.getElementById('sp-search-result');
const labels = status.dataset;
const fields = { query: 'q', year: 'year', committee: 'committee', reference: 'number' };

const say = (label, ...values) => { status.textContent = label.replace(/\{(\d)\}/g, (_, i) => values[i]); };
const siteUrl = new URL(form.dataset.site, location.href);

let opening = null;
const openIndex = () => {
  opening ??= Index.open(new URL(form.dataset.index, location.href));
  opening.catch(() => { opening = null; });
  return opening;
};

/** The search on the page, what it has shown, and how many it is to show. */
let current = null;

const show = async (view, count) => {
  const { search, shown } = view;
  let first = null, mayExtend = search.hits.length <= shown.size;
  while (shown.size < count) {
    const next = search.hits.filter(hit => !shown.has(hit.section)).slice(0, count - shown.size);
    if (next.length === 0) {
      // No further than one step at a time: the reader decides what is fetched.
      if (search.isComplete || !mayExtend) break;
      mayExtend = false;
      await search.extend();
      continue;
    }
    const texts = await Promise.all(next.map(hit => search.index.text(hit.section)));
    if (current !== view) return null;
    if (shown.size === 0) list.replaceChildren();
    for (const [i, hit] of next.entries()) {
      const result = template.content.firstElementChild.cloneNode(true);
      fillResult(result, texts[i], search, siteUrl);
      list.append(result);
      shown.add(hit.section);
      first ??= result;
    }
  }
  if (current !== view) return null;
  const found = search.hits.length;
  if (found === 0) list.replaceChildren();
  more.hidden = search.isComplete && shown.size >= found;
  help.hidden = found > 0 || !search.isComplete;
  if (found === 0) say(search.isComplete ? labels.none : labels.noneYet, search.filters.query || search.filters.reference);
  else say(!search.isComplete ? labels.atLeast : found === 1 ? labels.one : labels.other, found, shown.size);
  if (search.missing.length > 0 && found > 0) status.textContent += ` ${labels.missing.replace('{0}', search.missing.join(', '))}`;
  return first;
};

const fail = error => {
  console.warn(error);
  current = null;
  more.hidden = true;
  say(location.protocol === 'file:' ? labels.file : labels.failed);
};

const attempt = async (filters, count) => {
  const search = new Search(await openIndex(), filters);
  const view = { search, shown: new Set() };
  current = view;
  if (search.isEmpty) {
    list.replaceChildren();
    say(labels.empty);
  } else {
    await show(view, count);
  }
};

/** Searches for what stands in the form. Files that a new edition of the site replaced are looked for once more by the new index. */
const run = async count => {
  const filters = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, form.elements[field]?.value.trim() ?? '']));
  current = null;
  more.hidden = help.hidden = true;
  say(labels.busy);
  try {
    await attempt(filters, count);
  } catch (error) {
    opening = null;
    await attempt(filters, count).catch(() => fail(error));
  }
};

const readAddress = () => {
  const asked = new URLSearchParams(location.search);
  for (const field of Object.values(fields)) if (form.elements[field]) form.elements[field].value = asked.get(field) ?? '';
  return Object.values(fields).some(field => asked.get(field));
};

const writeAddress = () => {
  const asked = new URLSearchParams();
  for (const field of Object.values(fields)) if (form.elements[field]?.value.trim()) asked.set(field, form.elements[field].value.trim());
  const address = `${location.pathname}${asked.size > 0 ? `?${asked}` : ''}`;
  if (address !== location.pathname + location.search) history.pushState(null, '', address);
};

form.addEventListener('submit', event => {
  event.preventDefault();
  writeAddress();
  run(resultsAtOnce);
});

form.addEventListener('focusin', () => openIndex().catch(() => {}), { once: true });

more.addEventListener('click', async () => {
  const view = current;
  if (!view) return;
  try {
    const first = await show(view, view.shown.size + resultsAtOnce);
    history.replaceState({ shown: view.shown.size }, '');
    first?.querySelector('a').focus();
  } catch (error) {
    fail(error);
  }
});

const restore = () => {
  if (readAddress()) run(Math.max(resultsAtOnce, history.state?.shown ?? 0));
  else {
    current = null;
    list.replaceChildren();
    more.hidden = help.hidden = true;
    say('');
  }
};

addEventListener('popstate', restore);
form.hidden = false;
restore();
