/* Finds the sections that answer a query. */

// How many packs of postings and positions are fetched before the reader is asked, and how many of them for the other forms of a word.
const packsAtOnce = 5, mostOtherPacks = 3, mostOtherTerms = 40;
const weights = { exact: 1, form: .7, prefix: .4, phrase: 1.5, acrossSections: .5 };

/** What was asked: single words, and phrases, which are in quotation marks or held together as "sub-committee" is. */
const parseQuery = (text, folds) => {
  const chunks = text.replace(/[“”„«»]/g, '"').matchAll(/"([^"]*)"?|[^\s",;()[\]{}!?+*=&|<>]+/g);
  const groups = [];
  for (const [chunk, quoted] of chunks) {
    const words = wordsOf(quoted ?? chunk, folds);
    if (words.length > 0) {
      groups.push({
        text: quoted ?? chunk,
        words: words.filter(w => !w.joined).map(w => w.word),
        joined: words.filter(w => w.joined).map(w => w.word),
        isQuoted: quoted !== undefined,
        isLast: false,
      });
    }
  }
  if (groups.length > 0) groups.at(-1).isLast = /[^\s"”]$/.test(text);
  return groups;
};

/** Whether words stand behind one another, by where each of them stands. */
const areAdjacent = places => places[0].some(first => places.every((own, i) => own.includes(first + i)));

class Search {
  /** @param filters query, year, committee and reference as they stand in the form */
  constructor(index, filters) {
    this.index = index;
    this.filters = filters;
    const { years, folds } = index.manifest;
    this.groups = parseQuery(filters.query, folds);
    this.reference = parseQuery(`"${filters.reference}"`, folds);
    const year = years.findIndex((value, i) => i % 3 === 0 && String(value) === filters.year);
    /** Sections from `from` up to but without `to` may be found. */
    [this.from, this.to] = !filters.year ? [0, index.sectionCount] : year < 0 ? [0, 0] : [years[year + 1], years[year + 2]];
    /** Sections before it have been looked through. */
    this.horizon = this.from;
    /** Words of the query that the site does not have: the others are searched without them. */
    this.missing = [];
    /** Words to mark in what is found. */
    this.marked = new Set();
    /** Sections found so far, best first. */
    this.hits = [];
  }

  get isEmpty() { return this.groups.length + this.reference.length === 0 && !this.filters.committee && !this.filters.year; }
  get isComplete() { return this.horizon >= this.to; }

  /** Looks further, as far as a few packs of postings reach. */
  async extend() {
    if (!this.clauses) await this.resolve();
    const before = this.horizon;
    for (let packs = packsAtOnce; this.horizon === before && !this.isComplete; packs *= 2) await this.look(packs);
  }

  // A clause is one demand of the query, which any of its alternatives meets: a term, or several that must stand behind one another.
  async resolve() {
    const asked = await Promise.all(this.groups.map(group => this.alternativesOf(group)));
    this.missing = this.groups.filter((_, i) => asked[i].length === 0).map(group => group.text);
    const found = asked.filter(alternatives => alternatives.length > 0);
    const demanded = await Promise.all(this.reference.map(group => this.phrase(group.words)));
    if (this.filters.committee) demanded.push(await this.phrase([`@${this.filters.committee}`]));
    if (demanded.some(alternatives => alternatives.length === 0) || (asked.length > 0 && found.length === 0)) this.to = this.from;
    for (const { entries } of [...found, ...demanded].flat()) for (const { term } of entries) this.marked.add(term);
    const sizeOf = alternatives => alternatives.reduce((sum, a) => sum + Math.min(...a.entries.map(e => e.sections)), 0);
    this.clauses = [
      ...found.map(alternatives => ({ alternatives, isFilter: false })),
      ...demanded.map(alternatives => ({ alternatives, isFilter: true })),
    ].sort((a, b) => sizeOf(a.alternatives) - sizeOf(b.alternatives));
  }

  async alternativesOf(group) {
    const [word] = group.words, exact = await this.terms(group.words.length > 1 ? group.joined : [word]);
    if (group.isQuoted) return this.phrase(group.words);
    if (group.words.length > 1) {
      // "end-to-end" is indexed joined; looking for its common words one by one as well would cost more than it finds.
      const apart = await this.phrase(group.words);
      return exact.length > 0 && apart.some(a => a.entries.every(e => e.blocks.length > 1)) ? exact : [...exact, ...apart];
    }
    const forms = this.others(exact, await this.formsOf(word), weights.form);
    const known = [...exact, ...forms];
    const mayBePrefix = group.isLast && word.length > 2 && !/^[0-9]+$/.test(word);
    return mayBePrefix || known.length === 0 ? [...known, ...this.others(known, await this.index.startingWith(word), weights.prefix)] : known;
  }

  /** The terms that differ from a word by their endings only: in English by any ending, otherwise by an "s". */
  async formsOf(word) {
    if (word.length < 3 || /[0-9]/.test(word)) return [];
    if (!document.documentElement.lang.startsWith('en')) {
      return (await this.terms(word.endsWith('s') ? [word.slice(0, -1)] : [`${word}s`])).flatMap(a => a.entries);
    }
    const stem = stemOf(word);
    let shared = 0;
    while (shared < stem.length && stem[shared] === word[shared]) shared++;
    return shared < 3 ? [] : (await this.index.startingWith(word.slice(0, shared))).filter(entry => stemOf(entry.term) === stem);
  }

  async terms(words) {
    const entries = await Promise.all(words.map(word => this.index.term(word)));
    return entries.filter(entry => entry).map(entry => ({ entries: [entry], weight: weights.exact }));
  }

  async phrase(words) {
    const entries = await Promise.all(words.map(word => this.index.term(word)));
    return entries.every(entry => entry) ? [{ entries, weight: words.length > 1 ? weights.phrase : weights.exact }] : [];
  }

  /** Of other terms that may stand for a word the commonest, as long as they lie in few packs. */
  others(known, entries, weight) {
    const knownEntries = new Set(known.map(alternative => alternative.entries[0]));
    const packOf = entry => entry.blocks[0].postings.hash;
    const packs = new Set([...knownEntries].map(packOf)), most = packs.size + mostOtherPacks;
    return entries.filter(entry => !knownEntries.has(entry))
      .sort((a, b) => b.sections - a.sections)
      .slice(0, mostOtherTerms)
      .filter(entry => packs.has(packOf(entry)) || (packs.size < most && packs.add(packOf(entry))))
      .map(entry => ({ entries: [entry], weight }));
  }

  // Reads the rarest clause from the newest section on, then of the others what lies in the pages that have it. Where the packs
  // that may be fetched are used up, the horizon is.
  async look(packs) {
    const fetched = new Set();
    const mayFetch = (kind, hash) => {
      if (this.index.has(kind, hash) || fetched.has(hash)) return true;
      return fetched.size < packs && Boolean(fetched.add(hash));
    };
    const [rarest, ...others] = this.clauses;
    if (!rarest) {
      this.horizon = this.to;
      this.hits = this.index.pageStarts.filter(s => s >= this.from && s < this.to).map(section => ({ section, score: 0 }));
      return;
    }

    const leading = rarest.alternatives.map(a => a.entries.reduce((least, e) => e.sections < least.sections ? e : least));
    let horizon = await this.read(leading, this.to, null, mayFetch);
    const pages = new Uint8Array(this.index.pageStarts.length);
    for (const entry of leading) this.eachPosting(entry, horizon, section => { pages[this.index.pageOf(section)] = 1; });
    const rest = [rarest, ...others].flatMap(clause => clause.alternatives).flatMap(a => a.entries).filter(e => !leading.includes(e));
    horizon = await this.read(rest, horizon, pages, mayFetch);
    this.horizon = await this.evaluate(horizon, mayFetch);
  }

  /** Fetches blocks, those alone that touch some pages where these are given; gives how far all of them reach. */
  async read(entries, horizon, pages, mayFetch) {
    const reads = [];
    for (const { blocks } of entries) {
      for (const [i, block] of blocks.entries()) {
        const end = Math.min(blocks[i + 1]?.first ?? this.index.sectionCount, horizon);
        if (block.first >= horizon) break;
        if (end <= this.from || (pages && !this.touches(pages, block.first, end))) continue;
        if (!mayFetch('postings', block.postings.hash)) {
          horizon = Math.max(block.first, this.from);
          break;
        }
        reads.push(this.index.postings(block));
      }
    }
    await Promise.all(reads);
    return horizon;
  }

  touches(pages, from, to) {
    const first = this.index.pageOf(from);
    return pages.subarray(first, this.index.pageOf(to - 1) + 1).includes(1);
  }

  eachPosting(entry, horizon, visit) {
    for (const { read } of entry.blocks) {
      if (!read) continue;
      for (let i = 0; i < read.sections.length && read.sections[i] < horizon; i++) {
        if (read.sections[i] >= this.from) visit(read.sections[i], read.impacts[i]);
      }
    }
  }

  /** Scores what was read up to the horizon; gives the horizon up to which phrases could be told, too. */
  async evaluate(horizon, mayFetch) {
    const count = this.index.sectionCount;
    const scores = this.clauses.map(() => new Float32Array(count));
    const phrases = [];
    for (const [c, clause] of this.clauses.entries()) {
      for (const { entries, weight } of clause.alternatives) {
        const sums = new Float32Array(count), found = new Uint8Array(count);
        for (const entry of entries) {
          const rarity = Math.log(1 + (count - entry.sections + .5) / (entry.sections + .5));
          this.eachPosting(entry, horizon, (section, impact) => {
            sums[section] += rarity * impact * weight;
            found[section]++;
          });
        }
        if (entries.length > 1) phrases.push({ c, entries, sums, sections: [] });
        for (let s = this.from; s < horizon; s++) {
          if (found[s] < entries.length) continue;
          if (entries.length > 1) phrases.at(-1).sections.push(s); else scores[c][s] = Math.max(scores[c][s], sums[s]);
        }
      }
    }
    for (const phrase of phrases) horizon = await this.tell(phrase, scores[phrase.c], horizon, mayFetch);
    this.hits = this.rank(scores, horizon);
    return horizon;
  }

  /** Keeps of the sections that have all words of a phrase those in which they are adjacent. */
  async tell({ entries, sums, sections }, scores, horizon, mayFetch) {
    const reads = [], told = [];
    for (const section of sections) {
      if (section >= horizon) break;
      const blocks = entries.map(({ blocks }) => blocks[Math.max(0, lastUpTo(blocks.length, i => blocks[i].first <= section))]);
      if (!blocks.every(block => mayFetch('positions', block.positions.hash))) {
        horizon = section;
        break;
      }
      reads.push(...blocks.map(block => this.index.positions(block)));
      told.push({ section, blocks });
    }
    await Promise.all(reads);
    for (const { section, blocks } of told) {
      const places = blocks.map(({ read, places }) => places[lastUpTo(read.sections.length, i => read.sections[i] <= section)]);
      if (areAdjacent(places)) scores[section] = Math.max(scores[section], sums[section]);
    }
    return horizon;
  }

  // A section that meets every clause is found. Where a page meets them only all together, its best section is.
  rank(scores, horizon) {
    const hits = [], filters = this.clauses.map(clause => clause.isFilter);
    for (let page = this.from < horizon ? this.index.pageOf(this.from) : Infinity; page < this.index.pageStarts.length; page++) {
      const start = Math.max(this.index.pageStarts[page], this.from), end = Math.min(this.index.pageEnd(page), horizon);
      if (start >= horizon) break;
      const met = scores.map(() => false), before = hits.length;
      let best = null;
      for (let section = start; section < end; section++) {
        if (scores.some((own, c) => filters[c] && own[section] === 0)) continue;
        let score = 0, count = 0;
        scores.forEach((own, c) => {
          if (own[section] === 0) return;
          met[c] = true;
          count++;
          if (!filters[c]) score += own[section];
        });
        if (count === scores.length) hits.push({ section, score });
        if (count > 0 && (!best || score > best.score)) best = { section, score };
      }
      if (hits.length === before && met.every(Boolean)) hits.push({ section: best.section, score: best.score * weights.acrossSections });
    }
    return hits.sort((a, b) => b.score - a.score || a.section - b.section);
  }
}
