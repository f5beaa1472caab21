// The panel of what is wrong: over a page of the site, and on the desk.

import { open } from './source.js';

const make = (tag, properties = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === false) continue;
    if (name in element && !name.includes('-')) element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.filter(child => child !== null));
  return element;
};

const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** "1 error, 3 warnings", or "Nothing to mend". */
function summaryOf(findings) {
  const parts = [['error', 'error'], ['warning', 'warning'], ['info', 'note']]
    .map(([severity, noun]) => [findings.filter(f => f.severity === severity).length, noun])
    .filter(([count]) => count > 0)
    .map(([count, noun]) => counted(count, noun));
  return parts.length > 0 ? parts.join(', ') : 'Nothing to mend';
}

const keyOf = f => [f.code, f.file, f.line, f.column, f.message].join('\n');

class Findings extends HTMLElement {
  #state = null;
  #errors = '';
  #opened = new Map();
  #listed = '';

  connectedCallback() {
    const root = this.attachShadow({ mode: 'open' });
    root.append(
      make('link', { rel: 'stylesheet', href: '/_secpress/assets/findings.css' }),
      make('div', { className: 'frame', hidden: true },
        make('button', { type: 'button', className: 'badge', 'aria-expanded': 'false', 'aria-controls': 'panel' }),
        make('section', { id: 'panel', hidden: true, 'aria-labelledby': 'title', tabIndex: -1 },
          make('header', {},
            make('h2', { id: 'title' }),
            make('a', { className: 'desk', href: '/_secpress/desk/' }, 'Desk'),
            make('button', { type: 'button', className: 'keys' }, 'Keys'),
            make('button', { type: 'button', className: 'close' }, 'Close')),
          make('p', { className: 'outdated', hidden: true }, 'An error keeps the newest state from being shown. This is the last one that was in order.'),
          make('ol', {}))),
      make('p', { className: 'toast', role: 'status' }),
      make('dialog', { 'aria-labelledby': 'keys-title' },
        make('h2', { id: 'keys-title' }, 'Keys'),
        make('dl', {}),
        make('form', { method: 'dialog' }, make('button', { type: 'submit' }, 'Close'))));
    this.#part('.badge').addEventListener('click', () => this.toggle());
    this.#part('.close').addEventListener('click', () => this.toggle(false));
    this.#part('.keys').addEventListener('click', () => this.help());
    root.addEventListener('keydown', event => {
      if (event.key === 'Escape' && !this.#part('dialog').open && this.isOpen) {
        this.toggle(false);
        this.#part('.badge').focus();
      }
    });
    this.#part('link').addEventListener('load', () => (this.#part('.frame').hidden = this.#state === null));
  }

  #part(selector) {
    return this.shadowRoot.querySelector(selector);
  }

  get isOpen() {
    return !this.#part('section').hidden;
  }

  /** The shortcuts that the help lists: keys, and what they do. */
  set keys(list) {
    this.#part('dl').replaceChildren(...list.flatMap(([keys, meaning]) => [
      make('dt', {}, ...keys.split(' ').map(key => make('kbd', {}, key))),
      make('dd', {}, meaning),
    ]));
  }

  toggle(opens = !this.isOpen) {
    this.#part('section').hidden = !opens;
    this.#part('.badge').setAttribute('aria-expanded', String(opens));
    if (opens) this.#part('section').focus({ preventScroll: true });
    this.dispatchEvent(new CustomEvent('toggled', { detail: opens }));
  }

  help() {
    this.#part('dialog').showModal();
  }

  /** Says something for a moment, to those who listen too; to those alone what others see anyway. */
  say(text, isSeen = false) {
    const toast = this.#part('.toast');
    toast.textContent = text;
    toast.classList.toggle('unseen', isSeen);
    clearTimeout(this.silence);
    this.silence = setTimeout(() => (toast.textContent = ''), 6000);
  }

  /** Shows what is wrong now. An error that is new opens the panel; when the last is mended, it closes. */
  show(state) {
    const first = this.#state === null;
    this.#state = state;
    const { findings } = state;
    const errors = findings.filter(f => f.severity === 'error').map(keyOf).join('\n\n');
    const badge = this.#part('.badge');
    badge.textContent = summaryOf(findings);
    badge.dataset.worst = findings[0]?.severity ?? 'none';
    this.#part('#title').textContent = summaryOf(findings);
    this.#part('.outdated').hidden = !state.outdated || state.mark === 'failed';
    this.#part('.desk').href = '/_secpress/desk/' + encodeURIComponent(state.issue?.shown.slug ?? '');
    this.#part('.desk').hidden = location.pathname.startsWith('/_secpress/desk');
    // A list that is the same stays: somebody may be in it with the keyboard.
    const listed = JSON.stringify(findings);
    if (listed !== this.#listed) this.#part('ol').replaceChildren(...findings.map(f => this.#item(f)));
    this.#listed = listed;
    this.#part('.frame').hidden = !this.#part('link').sheet;
    if (errors !== this.#errors) {
      if (errors) {
        this.#part('section').hidden = false;
        badge.setAttribute('aria-expanded', 'true');
        this.say(summaryOf(findings), true);
      } else {
        this.toggle(false);
        this.say('Mended.');
      }
      this.dispatchEvent(new CustomEvent('toggled', { detail: this.isOpen }));
    } else if (findings.length === 0 && this.isOpen && !first) {
      this.toggle(false);
    }
    this.#errors = errors;
  }

  #item(f) {
    const key = keyOf(f);
    const details = make('details', { open: this.#opened.get(key) ?? f.severity === 'error' },
      make('summary', {},
        make('span', { className: 'severity' }, `${f.severity === 'info' ? 'note' : f.severity} ${f.code}`),
        make('span', { className: 'message' }, f.message)),
      this.#place(f),
      f.marked === undefined ? null : make('pre', { tabIndex: 0, 'aria-label': `Line ${f.line}` }, make('code', {}, f.before, make('mark', {}, f.marked || ' '), f.after)),
      ...f.through.map(t => make('p', { className: 'through' }, 'through ', this.#opener(t))),
      make('p', { className: 'mend' }, f.mend));
    details.addEventListener('toggle', () => this.#opened.set(key, details.open));
    return make('li', { className: f.severity }, details);
  }

  #place(f) {
    if (!f.file) return null;
    const place = { file: f.file, line: f.line || 1, column: f.column || 1 };
    return make('p', { className: 'place' }, f.openable ? this.#opener(place) : `${f.file}${f.line ? ':' + f.line : ''}`);
  }

  #opener(place) {
    const button = make('button', { type: 'button', title: 'Open in your editor' }, `${place.file}:${place.line}`);
    button.addEventListener('click', async () => this.say(await open(place, this.#state)));
    return button;
  }
}

customElements.define('secpress-findings', Findings);
