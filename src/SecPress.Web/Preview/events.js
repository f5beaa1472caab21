// A calendar (RFC 5545) as people read it: what SecPress writes, and no more of the format than that.

const unescapeText = text => text.replace(/\\([\\;,nN])/g, (_, c) => (c === 'n' || c === 'N' ? '\n' : c));

/** The events of a calendar: their properties by name. */
export function read(text) {
  const lines = text.replace(/\r?\n[ \t]/g, '').split(/\r?\n/);
  const events = [];
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).split(';')[0];
    const value = line.slice(colon + 1);
    if (line === 'BEGIN:VEVENT') events.push({});
    else if (events.length > 0 && colon > 0 && !(name in events.at(-1))) events.at(-1)[name] = unescapeText(value);
  }
  return events;
}

function whenOf(event) {
  const [, year, month, day, hour, minute] = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d))?/.exec(event.DTSTART) ?? [];
  const date = new Date(Date.UTC(year, month - 1, day)).toLocaleDateString('en-GB', { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const end = /T(\d\d)(\d\d)/.exec(event.DTEND ?? '');
  return hour ? `${date}, ${hour}:${minute}${end ? `–${end[1]}:${end[2]}` : ''}` : date;
}

export function show(pane, text) {
  const events = read(text).sort((a, b) => a.DTSTART.localeCompare(b.DTSTART));
  pane.querySelector('pre').textContent = text;
  pane.querySelector('h2 a').download = '';
  pane.querySelector('ul').replaceChildren(...(events.length === 0 ? [{}] : events).map(event => {
    const item = document.createElement('li');
    const [title, when] = [document.createElement('strong'), document.createElement('span')];
    title.textContent = event.SUMMARY ?? 'This issue announces no event.';
    when.textContent = event.DTSTART ? [whenOf(event), event.LOCATION].filter(Boolean).join(' · ') : '';
    item.append(title, when);
    return item;
  }));
}
