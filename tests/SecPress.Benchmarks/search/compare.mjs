// Compares the site's own search with Pagefind's on the same site:
//   node compare.mjs --secpress PROGRAM --pagefind PROGRAM --site FOLDER [--queries FILE] [--chromium PROGRAM]
// PROGRAM is the published secpress, and Pagefind's own program (in its npm package @pagefind/linux-x64, bin/pagefind). It installs
// nothing. Bytes are what a plain static server sent, which compresses nothing; the page and its style sheet, which any page has, are
// not counted. Prints a table in Markdown.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Chromium } from './chromium.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const { values: options } = parseArgs({
  options: {
    secpress: { type: 'string' }, pagefind: { type: 'string' }, site: { type: 'string' },
    queries: { type: 'string', default: path.join(here, 'queries.json') }, chromium: { type: 'string', default: 'chromium' },
  },
});
const missing = ['secpress', 'pagefind', 'site'].filter(name => !options[name]);
if (missing.length > 0) {
  console.error(`missing: ${missing.map(name => `--${name}`).join(' ')}; see the head of this file`);
  process.exit(64);
}

const queries = JSON.parse(fs.readFileSync(options.queries, 'utf8'));
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'secpress-search-'));
const output = path.join(work, 'output');

const timed = (program, args) => {
  const start = performance.now();
  execFileSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  return (performance.now() - start) / 1000;
};
const sizeOf = folder => fs.readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile()).reduce((sum, entry) => sum + fs.statSync(path.join(entry.parentPath ?? entry.path, entry.name)).size, 0);
const filesIn = folder => fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile()).length;
const kilobytes = bytes => `${Math.round(bytes / 1024)}`;

const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.wasm': 'application/wasm' };
let sent = 0;
const server = http.createServer((request, response) => {
  const name = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
  let file = path.join(output, name);
  if (name.endsWith('/')) file = path.join(file, 'index.html');
  if (!file.startsWith(output) || !fs.existsSync(file)) return response.writeHead(404).end();
  const bytes = fs.readFileSync(file);
  if (!/\.(html|css|svg|ico)$/.test(file)) sent += bytes.length;
  response.writeHead(200, { 'content-type': types[path.extname(file)] ?? 'application/octet-stream', 'content-length': bytes.length });
  return response.end(bytes);
});

// The parts of the client, opened up so that all results can be counted and the time without the network be told.
const client = ['words', 'stem', 'reader', 'query', 'results'].map(name => fs.readFileSync(path.join(here, `../../../templates/search/${name}.js`), 'utf8')).join('\n');
const ours = {
  name: 'SecPress',
  open: `${client}
    globalThis.ask = async (query, all) => {
      globalThis.index ??= await Index.open(new URL('/search/index.json', location.href));
      const search = new Search(index, { query, year: '', committee: '', reference: '' });
      await search.extend();
      const first = await Promise.all(search.hits.slice(0, 10).map(hit => index.text(hit.section)));
      const list = document.createElement('ol'), page = new DOMParser().parseFromString(globalThis.page, 'text/html');
      for (const found of first) {
        const result = page.getElementById('sp-search-result').content.firstElementChild.cloneNode(true);
        fillResult(result, found, search, location.href);
        list.append(result);
      }
      if (!all) return 0;
      if (!search.isComplete) await search.look(Infinity);
      return new Set(search.hits.map(hit => index.pageOf(hit.section))).size;
    };
    fetch('/search/').then(r => r.text()).then(text => { globalThis.page = text; })`,
  script: () => fs.statSync(path.join(output, 'assets', fs.readdirSync(path.join(output, 'assets')).find(f => f.endsWith('.js')))).size,
};
const theirs = {
  name: 'Pagefind',
  open: `globalThis.ask = async (query, all) => {
      if (!globalThis.pagefind) { globalThis.pagefind = await import('/pagefind/pagefind.js'); await pagefind.init(); }
      const found = await pagefind.search(query);
      await Promise.all(found.results.slice(0, 10).map(result => result.data()));
      return found.results.length;
    }; 0`,
  script: () => 0,
};

const ask = (browser, query, all = false) => browser.evaluate(`ask(${JSON.stringify(query)}, ${all})`);
const openPage = async (browser, url, code) => {
  await browser.open(url);
  for (let tries = 0; await browser.evaluate('document.readyState') !== 'complete' && tries < 100; tries++) await new Promise(r => setTimeout(r, 20));
  await browser.evaluate(code);
};

const measure = async (engine, url) => {
  const rows = [];
  const browser = await Chromium.start(options.chromium);
  for (const { query } of queries) {
    await browser.clearCache();
    await openPage(browser, url, engine.open);
    const start = sent;
    await ask(browser, query);
    const first = sent - start + engine.script();
    const again = await browser.evaluate(`(async () => { const start = performance.now(); await ask(${JSON.stringify(query)}, false); return performance.now() - start; })()`);
    rows.push({ query, first, again });
  }

  await browser.clearCache();
  await openPage(browser, url, engine.open);
  await ask(browser, 'the');
  for (const row of rows) {
    const start = sent;
    await ask(browser, row.query);
    row.later = sent - start;
  }
  for (const row of rows) row.found = await ask(browser, row.query, true);
  await browser.stop();
  return rows;
};

try {
  const build = timed(options.secpress, ['build', '--site', options.site, '--output', output, '--future', '--quiet']);
  const searchFolder = path.join(output, 'search');
  const own = { bytes: sizeOf(searchFolder), files: filesIn(searchFolder) };
  // Both index the same pages: issues and ordinary ones, not those that only list them. The search page is put back for its markup.
  const searchPage = fs.readFileSync(path.join(searchFolder, 'index.html'));
  const lists = fs.readdirSync(output).filter(name => !['issues', 'assets', 'search'].includes(name));
  for (const name of [...lists, 'search/index.html']) fs.rmSync(path.join(output, name), { recursive: true, force: true });
  const index = timed(options.pagefind, ['--site', output]);
  const their = { bytes: sizeOf(path.join(output, 'pagefind')), files: filesIn(path.join(output, 'pagefind')) };
  fs.writeFileSync(path.join(searchFolder, 'index.html'), searchPage);
  fs.writeFileSync(path.join(output, 'blank.html'), '<!DOCTYPE html><html lang="en"><title>Blank</title>');
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${server.address().port}`;
  const a = await measure(ours, `${base}/blank.html`);
  const b = await measure(theirs, `${base}/blank.html`);

  console.log(`\n| | SecPress | Pagefind |\n|---|---|---|`);
  console.log(`| time | ${build.toFixed(1)} s, the whole build | ${index.toFixed(1)} s, the index alone |`);
  console.log(`| index | ${kilobytes(own.bytes)} KB in ${own.files} files | ${kilobytes(their.bytes)} KB in ${their.files} files |`);
  console.log('\n| query | pages found: SecPress | Pagefind | KB as the first query: SecPress | Pagefind | KB as a later one: SecPress | Pagefind | ms with the bytes there: SecPress | Pagefind |');
  console.log('|---|---|---|---|---|---|---|---|---|');
  for (const [i, row] of a.entries()) {
    const other = b[i];
    console.log(`| ${row.query} | ${row.found} | ${other.found} | ${kilobytes(row.first)} | ${kilobytes(other.first)} | ${kilobytes(row.later)} | ${kilobytes(other.later)} | ${row.again.toFixed(0)} | ${other.again.toFixed(0)} |`);
  }
} finally {
  server.close();
  fs.rmSync(work, { recursive: true, force: true });
}
