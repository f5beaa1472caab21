// Watches over one page of the site: loads it anew when it would look different, and lays what is wrong over it.

import './findings.js';
import { listen, onceAtATime } from './live.js';
import { isTyping, open, placeOf } from './source.js';

const ownMark = document.querySelector('script[data-secpress-mark]').dataset.secpressMark;
const isOnDesk = window.parent !== window;
const remembered = 'secpress-scroll';
const panel = document.createElement('secpress-findings');
let state = null;
let pointed = null;
let isLost = false;
let isRestoring = false;

const fingerprint = /\.[0-9a-f]{10}\.css$/;
const nameOf = address => new URL(address, location.href).pathname.replace(fingerprint, '');

// A style sheet that says something else has another name. The old one stays until the new one is there, so that nothing flashes.
function swapStyles(styles) {
  for (const style of styles) {
    const old = [...document.querySelectorAll('link[rel=stylesheet]')].filter(l => nameOf(l.href) === nameOf(style));
    if (old.length === 0 || old.some(l => l.href === new URL(style, location.href).href)) continue;
    const fresh = old[0].cloneNode();
    fresh.href = style;
    fresh.addEventListener('load', () => old.forEach(l => l.remove()));
    old[0].after(fresh);
  }
}

// Browsers restore the height of a page that is the same; this one has changed.
function reload() {
  if (!isRestoring) sessionStorage.setItem(remembered, JSON.stringify([location.pathname, scrollX, scrollY]));
  history.scrollRestoration = 'manual';
  location.reload();
}

// At once, so that nothing jumps, and again when styles and images have their sizes.
function restore() {
  const [path, x, y] = JSON.parse(sessionStorage.getItem(remembered) ?? '[]');
  if (path !== location.pathname) {
    sessionStorage.removeItem(remembered);
    return;
  }
  const scroll = () => scrollTo({ left: x, top: y, behavior: 'instant' });
  isRestoring = true;
  scroll();
  addEventListener('load', () => requestAnimationFrame(() => {
    scroll();
    isRestoring = false;
    sessionStorage.removeItem(remembered);
    history.scrollRestoration = 'auto';
  }), { once: true });
}

const check = onceAtATime(async () => {
  const response = await fetch('/_secpress/state?page=' + encodeURIComponent(location.pathname));
  if (!response.ok) {
    panel.say(await response.text());
    return;
  }
  state = await response.json();
  if (state.mark !== ownMark) {
    reload();
    return;
  }
  swapStyles(state.styles);
  if (!isOnDesk) panel.show(state);
  document.documentElement.dataset.secpressVersion = state.version;
});

document.addEventListener('pointerover', event => (pointed = event.target));
document.addEventListener('focusin', event => (pointed = event.target));

// What is selected, or else what the pointer or the focus is on.
function meant() {
  const selection = getSelection();
  if (!selection || selection.isCollapsed) return pointed ?? document.activeElement;
  return selection.anchorNode instanceof Element ? selection.anchorNode : selection.anchorNode.parentElement;
}

async function openSource() {
  const place = state && placeOf(meant(), state);
  if (!place) {
    panel.say('This page is made by the program and has no source of its own.');
    return;
  }
  if (!matchMedia('(prefers-reduced-motion: reduce)').matches) place.element?.animate?.([{ outline: '3px solid #d97706', outlineOffset: '3px' }, { outline: '3px solid transparent', outlineOffset: '6px' }], 900);
  panel.say(await open(place, state));
}

const shortcuts = {
  KeyE: openSource,
  KeyP: () => panel.toggle(),
  KeyD: () => location.assign('/_secpress/desk/' + encodeURIComponent(state?.issue?.shown.slug ?? '')),
};

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || (isOnDesk && event.code !== 'KeyE')) return;
  if (event.altKey && Object.hasOwn(shortcuts, event.code)) {
    event.preventDefault();
    shortcuts[event.code]();
  } else if (event.key === '?' && !event.altKey && !isTyping(event)) {
    panel.help();
  }
});

restore();
document.body.append(panel);
panel.keys = [
  ['Alt E', 'Open the source of what is selected, or under the pointer, in your editor'],
  ['Alt P', 'Show or hide what is wrong'],
  ['Alt D', 'Go to the desk: web, email and text side by side'],
  ['?', 'This help'],
];
listen(check, lost => {
  if (lost && !isLost) panel.say('The preview has stopped. This page is shown as it last was.');
  isLost = lost;
});
check();
