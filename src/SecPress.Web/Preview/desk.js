// The desk: one issue in every form it is read in, side by side.

import './findings.js';
import { show as showEvents } from './events.js';
import { listen, onceAtATime } from './live.js';
import { isTyping, open } from './source.js';

const $ = selector => document.querySelector(selector);
const slug = decodeURIComponent(location.pathname.replace(/^\/_secpress\/desk\/?/, ''));
const findings = $('secpress-findings');
const buttons = [...document.querySelectorAll('[data-view]')];
const narrow = matchMedia('(max-width: 52rem)');
const remembered = 'secpress-views';
const addressOf = name => `/_secpress/issues/${encodeURIComponent(slug)}/${name}`;

const panes = {
  web: { element: $('[data-pane=web]'), address: () => state.issue.shown.url },
  email: { element: $('[data-pane=email]'), address: () => addressOf('email.html?scheme=light') },
  phone: { element: $('[data-pane=phone]'), address: () => addressOf('email.html?scheme=light') },
  dark: { element: $('[data-pane=dark]'), address: () => addressOf('email.html?scheme=dark') },
  text: { element: $('[data-pane=text]'), address: () => addressOf('email.txt') },
  events: { element: $('[data-pane=events]'), address: () => addressOf('events.ics') },
};

let state = null;

/** Loads a frame anew and leaves it at the height it was scrolled to. */
function loadFrame(frame, address, isPhone) {
  const at = frame.contentWindow?.scrollY ?? 0;
  frame.addEventListener('load', () => {
    // A phone's scroll bar takes no room.
    if (isPhone) frame.contentDocument.documentElement.style.scrollbarWidth = 'none';
    frame.contentWindow.scrollTo(0, at);
  }, { once: true });
  frame.src = address;
}

async function textOf(address) {
  const response = await fetch(address);
  return response.text();
}

/** Brings a pane up to date when it is to be seen; what it shows is known by the mark of what it was loaded from. */
async function refresh(name) {
  const pane = panes[name];
  const mark = name === 'web' ? state.issue.shown.url : state.issue.editionMark ?? 'failed';
  if (pane.element.hidden || pane.mark === mark) return;
  pane.mark = mark;
  const address = pane.address();
  pane.element.querySelector('h2 a').href = address;
  const frame = pane.element.querySelector('iframe');
  if (frame) loadFrame(frame, address, name === 'phone');
  else if (name === 'text') pane.element.querySelector('pre').textContent = await textOf(address);
  else showEvents(pane.element, await textOf(address));
}

function showState() {
  const { shown, older, newer, subject, preheader, from } = state.issue;
  document.title = `${shown.title} – SecPress desk`;
  $('#title').textContent = shown.title;
  $('#dateline').textContent = (shown.draft ? 'Draft, ' : '') + shown.sent;
  $('#choose').dataset.draft = shown.draft;
  $('#site').href = shown.url;
  for (const [id, issue] of [['#older', older], ['#newer', newer]]) {
    if (issue) $(id).href = '/_secpress/desk/' + encodeURIComponent(issue.slug);
    else $(id).removeAttribute('href');
    if (issue) $(id).removeAttribute('aria-disabled');
    else $(id).setAttribute('aria-disabled', 'true');
  }
  for (const [name, value] of Object.entries({ from, subject, preheader })) {
    $(`[data-mail=${name}]`).textContent = value || '—';
  }
  findings.show(state);
}

const check = onceAtATime(async () => {
  const response = await fetch('/_secpress/state?' + (slug ? 'issue=' + encodeURIComponent(slug) : 'page=%2F'));
  if (response.status >= 500) {
    findings.say(await response.text());
    return;
  }
  $('#empty').hidden = response.ok && slug !== '';
  if (!response.ok || !slug) {
    await showNothing(response.ok ? await response.json() : null);
    return;
  }
  state = await response.json();
  $('#source').removeAttribute('aria-disabled');
  if (views().length === 0) setViews(chosenViews());
  showState();
  await Promise.all(Object.keys(panes).map(refresh));
  document.documentElement.dataset.secpressVersion = state.version;
});

/** There is no such issue, or none at all yet: the desk waits for it. */
async function showNothing(siteState) {
  const { issues } = await (await fetch('/_secpress/issues.json')).json();
  if (!slug && issues.length > 0) {
    location.reload();
    return;
  }
  const heading = document.createElement('h2');
  const text = document.createElement('p');
  const page = siteState ?? (await (await fetch('/_secpress/state?page=%2F')).json());
  const isUnread = page.mark === 'failed' && issues.length === 0;
  heading.textContent = isUnread ? 'The site cannot be shown yet' : slug ? `There is no issue “${slug}”` : 'There is no issue yet';
  text.textContent = isUnread
    ? 'The panel says what is wrong and how to mend it. The desk fills as soon as the files are in order.'
    : slug
      ? 'It was renamed or deleted, or cannot be read. It appears here as soon as it is there; choose another above.'
      : 'Write one with “secpress new issue”; it appears here as soon as it is saved. Pages that belong to no issue are on the ';
  if (!slug && !isUnread) {
    const link = document.createElement('a');
    link.href = '/';
    link.textContent = 'site';
    text.append(link, '.');
  }
  $('#empty').replaceChildren(heading, text);
  $('#title').textContent = issues.length > 0 ? 'Choose an issue' : 'No issue';
  $('#dateline').textContent = '';
  $('#source').setAttribute('aria-disabled', 'true');
  state = null;
  setViews([]);
  findings.show(page);
  document.documentElement.dataset.secpressVersion = page.version;
}

function setViews(names) {
  for (const button of buttons) {
    const on = names.includes(button.dataset.view);
    button.setAttribute('aria-pressed', String(on));
    panes[button.dataset.view].element.hidden = !on;
  }
}

const views = () => buttons.filter(b => b.getAttribute('aria-pressed') === 'true').map(b => b.dataset.view);

function chosenViews() {
  const known = (localStorage.getItem(remembered) ?? '').split(' ').filter(name => Object.hasOwn(panes, name));
  const names = known.length > 0 ? known : ['web', 'email', 'phone'];
  return narrow.matches ? names.slice(0, 1) : names;
}

async function toggleView(name) {
  const on = views();
  const names = narrow.matches ? [name] : on.includes(name) ? on.filter(v => v !== name) : [...on, name];
  if (names.length === 0 || !state) return;
  setViews(names);
  localStorage.setItem(remembered, names.join(' '));
  await refresh(name);
  if (names.includes(name)) panes[name].element.scrollIntoView({ inline: 'nearest', block: 'nearest' });
}

async function listIssues() {
  const words = $('#words').value;
  const { issues, count } = await (await fetch('/_secpress/issues.json?find=' + encodeURIComponent(words))).json();
  $('#count').textContent = count > issues.length ? `${count} issues; the newest ${issues.length} are listed` : count === 1 ? '1 issue' : `${count} issues`;
  $('#found').replaceChildren(...issues.map(issue => {
    const item = document.createElement('li');
    const link = document.createElement('a');
    const date = document.createElement('span');
    link.href = '/_secpress/desk/' + encodeURIComponent(issue.slug);
    link.textContent = issue.title;
    date.textContent = (issue.draft ? 'Draft, ' : '') + issue.sent;
    item.append(link, ' ', date);
    return item;
  }));
}

function choose() {
  $('#words').value = '';
  $('#chooser').showModal();
  listIssues();
}

const editIssue = async () => state?.source && findings.say(await open(state.source, state));
const go = id => $(id).hasAttribute('href') && location.assign($(id).href);

const alone = { '?': () => findings.help(), '/': choose };
const withAlt = { KeyE: editIssue, KeyP: () => findings.toggle(), ArrowLeft: () => go('#older'), ArrowRight: () => go('#newer') };

function onKey(event) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || isTyping(event) || $('#chooser').open) return;
  const number = /^[1-6]$/.test(event.key) && !event.altKey ? buttons[Number(event.key) - 1] : null;
  const act = event.altKey ? withAlt[event.code] : number ? () => toggleView(number.dataset.view) : Object.hasOwn(alone, event.key) ? alone[event.key] : null;
  if (act) {
    event.preventDefault();
    act();
  }
}

document.addEventListener('keydown', onKey);
// Who has clicked into a pane still means the desk; what a page of the site has for itself it has taken already.
for (const frame of document.querySelectorAll('iframe')) {
  frame.addEventListener('load', () => frame.contentDocument?.addEventListener('keydown', onKey));
}

buttons.forEach(button => button.addEventListener('click', () => toggleView(button.dataset.view)));
$('#choose').addEventListener('click', choose);
$('#words').addEventListener('input', listIssues);
$('#words').addEventListener('keydown', event => {
  const first = $('#found a');
  if (event.key === 'Enter') {
    event.preventDefault();
    first?.click();
  } else if (event.key === 'ArrowDown') {
    event.preventDefault();
    first?.focus();
  }
});
$('#found').addEventListener('keydown', event => {
  const step = { ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling' }[event.key];
  if (!step) return;
  event.preventDefault();
  (event.target.closest('li')?.[step]?.querySelector('a') ?? $('#words')).focus();
});
$('#source').addEventListener('click', editIssue);
$('#help').addEventListener('click', () => findings.help());
narrow.addEventListener('change', () => {
  if (!state) return;
  setViews(chosenViews());
  views().forEach(refresh);
});

findings.keys = [
  ['1 2 3 4 5 6', 'Show or hide a view'],
  ['/', 'Choose an issue'],
  ['Alt ←', 'The older issue'],
  ['Alt →', 'The newer issue'],
  ['Alt E', 'Open the issue in your editor; in the web view, what is selected or under the pointer'],
  ['Alt P', 'Show or hide what is wrong'],
  ['?', 'This help'],
];
findings.addEventListener('toggled', event => document.body.classList.toggle('findings-open', event.detail));
setViews(chosenViews());
listen(check, lost => (document.body.classList.toggle('lost', lost), lost && findings.say('The preview has stopped; what is shown is its last state.')));
check();
