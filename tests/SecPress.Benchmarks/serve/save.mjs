// From a save to the new bytes: writes a new word into one issue of a site that is served, and asks for its page until the word is
// there. Prints the median and the longest of several saves.
//
//   node save.mjs URL ISSUE.md [saves=15]
//
// URL is the address of the page below a running `secpress serve` (or another program's server); the file is left as it was.

import fs from 'node:fs';
import { setTimeout as rest } from 'node:timers/promises';

const [url, file, saves = '15'] = process.argv.slice(2);
if (!url || !file) {
  console.error('node save.mjs URL ISSUE.md [saves=15]');
  process.exit(64);
}

const original = fs.readFileSync(file, 'utf8');
const times = [];
try {
  for (let save = 0; save < Number(saves); save++) {
    const word = `saved${process.pid}x${save}`;
    const start = performance.now();
    fs.writeFileSync(file, `${original.trimEnd()}\n\nThe word is ${word}.\n`);
    while (!(await (await fetch(url)).text()).includes(word)) await rest(1);
    times.push(performance.now() - start);
    // What follows a save, such as putting everything together again, is not measured, and does not stand in the way of the next.
    await rest(4000);
  }
} finally {
  fs.writeFileSync(file, original);
}

times.sort((a, b) => a - b);
console.log(`${times.length} saves: median ${times[times.length >> 1].toFixed(0)} ms, longest ${times.at(-1).toFixed(0)} ms`);
