// Compares a full build with Hugo's on the same Markdown:
//   node compare.mjs --secpress PROGRAM --site FOLDER [--hugo PROGRAM] [--runs N] [--share-images all|latest|none]
// PROGRAM is the published secpress; the site is one of ../search/make-site.mjs. It installs nothing. Hugo gets a theme of the least:
// a page for each issue, lists, tags, and RSS for each of them. Both sides run in turn; the medians count. Prints a table in Markdown.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({
  options: {
    secpress: { type: 'string' }, site: { type: 'string' }, hugo: { type: 'string', default: 'hugo' },
    runs: { type: 'string', default: '3' }, 'share-images': { type: 'string', default: 'none' }, time: { type: 'string', default: '/usr/bin/time' },
  },
});
const versionOf = (program, ...args) => {
  const run = program && spawnSync(program, args, { encoding: 'utf8' });
  return run?.status === 0 ? run.stdout.trim() : null;
};
const secpress = versionOf(options.secpress, '--version');
const hugo = versionOf(options.hugo, 'version');
const missing = [
  secpress === null && '--secpress: the published program (dotnet publish src/SecPress.Cli -c Release)',
  hugo === null && '--hugo: Hugo (apt-get install hugo)',
  !(options.site && fs.existsSync(path.join(options.site, 'site.yml'))) && '--site: a folder that make-site.mjs wrote',
  versionOf(options.time, '-f', '%e', 'true') === null && '--time: GNU time, which tells the memory (apt-get install time)',
].filter(Boolean);
if (missing.length > 0) {
  console.error(`missing:\n  ${missing.join('\n  ')}`);
  process.exit(64);
}

const work = fs.mkdtempSync(path.join(os.tmpdir(), 'secpress-build-'));
const issues = path.resolve(options.site, 'content/issues');

const own = path.join(work, 'secpress');
fs.mkdirSync(path.join(own, 'content'), { recursive: true });
fs.cpSync(issues, path.join(own, 'content/issues'), { recursive: true });
const settings = fs.readFileSync(path.join(options.site, 'site.yml'), 'utf8').replace(/^share-images:.*\n/m, '');
fs.writeFileSync(path.join(own, 'site.yml'), `${settings}share-images: ${options['share-images']}\n`);

const theirs = path.join(work, 'hugo');
const write = (name, text) => {
  fs.mkdirSync(path.dirname(path.join(theirs, name)), { recursive: true });
  fs.writeFileSync(path.join(theirs, name), text);
};
const page = body => `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><main><h1>{{ .Title }}</h1>
${body}
</main></body></html>
`;
fs.mkdirSync(path.join(theirs, 'content'), { recursive: true });
fs.cpSync(issues, path.join(theirs, 'content/issues'), { recursive: true });
write('config.toml', `title = "A newsletter to build"
baseURL = "https://newsletter.example.org/"
paginate = 50
buildFuture = true
[taxonomies]
tag = "tags"
[frontmatter]
date = ["sent"]
`);
write('layouts/_default/single.html', page('<p>{{ .Date.Format "2 January 2006" }}</p>\n{{ .Content }}\n<ul>{{ range .GetTerms "tags" }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>'));
write('layouts/_default/list.html', page(
  '<ul>{{ range (.Paginate .Pages).Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Summary }}</li>{{ end }}</ul>\n{{ template "_internal/pagination.html" . }}'));

const filesIn = folder => fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile()).length;
const measure = (program, args) => {
  const { status, stderr } = spawnSync(options.time, ['-f', '%e %U %S %M', program, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(stderr);
  const [wall, user, system, kilobytes] = stderr.trim().split('\n').at(-1).split(' ').map(Number);
  return { wall, processor: user + system, megabytes: kilobytes / 1024 };
};
const median = (runs, of) => runs.map(of).sort((a, b) => a - b)[Math.floor(runs.length / 2)];

try {
  const [output, hugoOutput] = [path.join(work, 'output'), path.join(theirs, 'public')];
  const build = ['build', '--site', own, '--output', output, '--future', '--quiet'];
  const rows = { secpress: [], again: [], hugo: [] };
  for (let run = 0; run < Number(options.runs); run++) {
    fs.rmSync(output, { recursive: true, force: true });
    rows.secpress.push(measure(options.secpress, build));
    rows.again.push(measure(options.secpress, build));
    fs.rmSync(hugoOutput, { recursive: true, force: true });
    rows.hugo.push(measure(options.hugo, ['--source', theirs, '--quiet']));
  }
  const line = (name, runs, files) =>
    `| ${name} | ${median(runs, r => r.wall).toFixed(2)} s | ${median(runs, r => r.processor).toFixed(2)} s | ${median(runs, r => r.megabytes).toFixed(0)} MB | ${files} |`;
  const ratio = (a, b, of) => (median(a, of) / median(b, of)).toFixed(2);
  console.log(`${fs.readdirSync(issues).length} issues, medians of ${options.runs}, share-images: ${options['share-images']}, ${os.cpus().length} × ${os.cpus()[0]?.model}`);
  console.log(`${secpress}; ${hugo.split(' ').slice(0, 2).join(' ')}\n`);
  console.log('| | time | processor | most memory | files |\n|---|---:|---:|---:|---:|');
  console.log(line('SecPress, full build', rows.secpress, filesIn(output)));
  console.log(line('SecPress, nothing changed', rows.again, ''));
  console.log(line('Hugo, full build', rows.hugo, filesIn(hugoOutput)));
  console.log(`| SecPress ÷ Hugo | ${ratio(rows.secpress, rows.hugo, r => r.wall)} | ${ratio(rows.secpress, rows.hugo, r => r.processor)} | ${ratio(rows.secpress, rows.hugo, r => r.megabytes)} | |`);
} finally {
  fs.rmSync(work, { recursive: true, force: true });
}
