// Writes a site of many issues to build and to search in: node make-site.mjs FOLDER [ISSUES]
// The same on every machine. Words follow Zipf's law over a vocabulary that grows with the text, as in real newsletters; every issue has
// tags, steps of registered proposals, committees, decisions, consultations, accessions and a calendar.
import fs from 'node:fs';
import path from 'node:path';

const [, , folder, count = '10000'] = process.argv;
if (!folder) {
  console.error('usage: node make-site.mjs FOLDER [ISSUES]');
  process.exit(64);
}

let state = 20170629;
const random = () => {
  // Mulberry32.
  state = (state + 0x6D2B79F5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};
const below = n => Math.floor(random() * n);
const pick = list => list[below(list.length)];

const common = ('the of and to in a is that for it was on with as be by at this from or are not but had have will which their been has were they all ' +
  'would there can if more when who out so about up what some into them time only could new than other these two may first then any now such like our ' +
  'over also after must through year most before well way where should because each people work part made system').split(' ');
const trade = ('meeting meetings consultation consultations modification modifications proposal proposals panel committee committees report reports release ' +
  'releases party parties security meter meters energy supplier suppliers network networks operator operators key keys recovery workshop guidance review ' +
  'reviews change changes approved approve approval decision decisions testing tested test certificate certificates service services date dates member ' +
  'members election elections vacancy seat seats café façade résumé naïve Zürich Łódź Übergabe sub-committee end-to-end cost-benefit').split(' ');
const syllables = 'ba be bi bo bu da de di do du fa fe fi fo ga ge go ha he ho ka ke ki ko la le li lo lu ma me mi mo mu na ne ni no pa pe pi po ra re ri ro ru sa se si so su ta te ti to tu va ve vi wa we za ze'.split(' ');
const invent = () => Array.from({ length: 2 + below(3) }, () => pick(syllables)).join('') + pick(['', '', 'n', 's', 'r', 't', 'ing', 'ed']);
const vocabulary = [...common, ...trade, ...Array.from({ length: 60000 }, invent)];

const word = () => {
  // One word in a hundred is nobody's but its own: a name, a typing mistake.
  if (random() < .004) return invent() + invent();
  const rank = Math.floor(Math.exp(random() * Math.log(vocabulary.length + 1))) - 1;
  return vocabulary[rank];
};
const id = n => `SECMP${String(n).padStart(4, '0')}`;
const sentence = () => {
  const words = Array.from({ length: 8 + below(14) }, word);
  if (random() < .06) words.splice(below(words.length), 0, id(1 + below(3000)));
  const text = words.join(' ');
  return text[0].toUpperCase() + text.slice(1) + '.';
};
const paragraph = () => Array.from({ length: 2 + below(4) }, sentence).join(' ');
const heading = () => Array.from({ length: 2 + below(4) }, word).join(' ');

const committees = ['panel', 'ssc', 'tabasc', 'smki-pma', 'change-board'];
const site = `title: A newsletter to build
base-url: https://newsletter.example.org/
language: en-GB
committees:
  - { id: panel, name: The Panel, short: Panel, meets: 'FREQ=MONTHLY;BYDAY=2FR' }
  - { id: ssc, name: Security Sub-Committee, short: SSC, meets: 'FREQ=MONTHLY;BYDAY=2WE,4WE' }
  - { id: tabasc, name: Technical Architecture Sub-Committee, short: TABASC }
  - { id: smki-pma, name: Key Infrastructure Policy Authority, short: SMKI PMA }
  - { id: change-board, name: The Change Board, short: Change Board }
registers:
  - { id: modifications, name: Modifications, pattern: 'SECMP\\d{4}', events: [raised, refinement, { id: implemented, state: done }] }
series:
  - { id: keys, name: The keys explained, description: A thread through many issues. }
holidays: england-and-wales
`;

const issues = path.join(folder, 'content', 'issues');
fs.mkdirSync(issues, { recursive: true });
fs.writeFileSync(path.join(folder, 'site.yml'), site);
const day = 86400000, last = Date.UTC(2026, 0, 1);
for (let i = 0; i < Number(count); i++) {
  const sent = new Date(last - i * day * .7).toISOString().slice(0, 10);
  const sections = [];
  while (sections.join('').length < 7600) {
    sections.push(`## ${heading()}\n\n${Array.from({ length: 1 + below(4) }, paragraph).join('\n\n')}\n`);
    if (random() < .3) sections.push(`- ${sentence()}\n- ${sentence()}\n- ${sentence()}\n`);
  }
  const after = days => new Date(Date.parse(sent) + days * day).toISOString().slice(0, 10);
  const tags = [...new Set(Array.from({ length: 2 + below(3) }, () => `tag-${Math.floor(200 * random() * random())}`))];
  const lines = (most, line) => Array.from({ length: 1 + below(most) }, () => `  - { ${line()} }\n`).join('');
  const text = `---
title: Issue ${Number(count) - i} of ${sent}
sent: ${sent}
summary: ${sentence()}
tags: [${tags.join(', ')}]
${i % 40 === 0 ? 'series: keys\n' : ''}committees:
${committees.filter(() => random() < .5).concat('panel').filter((c, at, all) => all.indexOf(c) === at)
    .map(c => `  - { id: ${c}, met: ${after(-below(20))}, next: [${after(5 + below(20))}], items: ['${sentence()}'] }\n`).join('')}modifications:
${lines(3, () => `id: ${id(1 + below(520))}, title: ${heading()}, event: ${pick(['raised', 'refinement', 'implemented'])}, date: ${after(-below(20))}`)}consultations:
${lines(2, () => `title: ${heading()}, issuer: ${pick(['The Panel', 'The Ministry', 'The Board'])}, opened: ${after(-5)}, closes: ${after(10 + below(30))}, link: "https://example.org/c/${below(1e6)}"`)}decisions:
  - { body: change-board, date: ${after(-3)}, outcome: approved, refers-to: ${id(1 + below(520))}, referral: { working-days: 10 } }
accessions: { previous: ${200 + i}, current: ${202 + i}, acceded: 3, withdrawn: 1, expelled: 0, panel-changes: ${below(3)} }
calendar:
${lines(4, () => `date: ${after(5 + below(30))}, start: "${10 + below(8)}:00", title: ${heading()}, committee: ${pick(committees)}, number: ${1 + below(90)}`)}---

${sections.join('\n')}`;
  fs.writeFileSync(path.join(issues, `${sent}-${i}.md`), text);
}
