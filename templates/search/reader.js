/* Reads the files of the index. Their format: docs/decisions/0009-search-from-static-files.md. */

/** Bytes with numbers of variable length in them. */
class Bytes {
  constructor(bytes) { this.bytes = bytes; this.at = 0; }
  get done() { return this.at >= this.bytes.length; }
  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++];
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  }
  take(length) { return this.bytes.subarray(this.at, this.at += length); }
  hash() { return Array.from(this.take(8), byte => byte.toString(16).padStart(2, '0')).join(''); }
}

const inPairs = list => Array.from({ length: list.length / 2 }, (_, i) => [list[2 * i], list[2 * i + 1]]);

/** The number of the last of some sorted items for which something holds that holds for all before it; -1 for none. */
const lastUpTo = (count, holds) => {
  let low = 0, high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1; else high = middle;
  }
  return low - 1;
};

class Index {
  static async open(url) {
    const response = await fetch(url, { cache: 'no-cache' });
    if (!response.ok) throw new Error(`${response.status} ${url}`);
    const index = new Index(url, await response.json());
    const counts = new Bytes(await index.file('pages', index.manifest.pages));
    for (let first = 0; !counts.done; first += counts.number()) index.pageStarts.push(first);
    return index;
  }

  constructor(url, manifest) {
    this.url = url;
    this.manifest = manifest;
    this.folds = readFolds(manifest.folds);
    this.files = new Map();
    this.shardTerms = new Map();
    this.shards = inPairs(manifest.words);
    this.locators = inPairs(manifest.locators);
    /** The first section of each page; sections and pages are numbered from the newest. */
    this.pageStarts = [];
  }

  get sectionCount() { return this.manifest.sections; }
  pageOf(section) { return lastUpTo(this.pageStarts.length, i => this.pageStarts[i] <= section); }
  pageEnd(page) { return this.pageStarts[page + 1] ?? this.sectionCount; }
  has(kind, hash) { return this.files.has(`${kind}/${hash}`); }

  /** A file's content, fetched once. */
  file(kind, hash) {
    const name = `${kind}/${hash}`;
    if (!this.files.has(name)) {
      const content = this.fetch(name);
      content.catch(() => this.files.delete(name));
      this.files.set(name, content);
    }
    return this.files.get(name);
  }

  async fetch(name) {
    const response = await fetch(new URL(`${name}.bin`, this.url));
    if (!response.ok) throw new Error(`${response.status} ${name}`);
    return new Uint8Array(await new Response(response.body.pipeThrough(new DecompressionStream('deflate-raw'))).arrayBuffer());
  }

  shardOf(term) { return Math.max(0, lastUpTo(this.shards.length, i => this.shards[i][0] <= term)); }

  /** A shard's terms with where their postings are, in order. */
  async shard(number) {
    const content = await this.file('words', this.shards[number][1]);
    if (!this.shardTerms.has(number)) this.shardTerms.set(number, this.termsOf(new Bytes(content)));
    return this.shardTerms.get(number);
  }

  termsOf(bytes) {
    const packs = Array.from({ length: bytes.number() }, () => bytes.hash());
    const positionPacks = Array.from({ length: bytes.number() }, () => bytes.hash());
    const count = bytes.number(), decoder = new TextDecoder(), terms = new Map();
    const postings = { pack: 0, at: 0 }, positions = { pack: 0, at: 0 };
    const place = target => {
      const coded = bytes.number(), length = coded >> 1;
      if (coded & 1) { target.pack++; target.at = 0; }
      target.at += length;
      return { pack: target.pack, start: target.at - length, end: target.at };
    };
    let term = '';
    for (let i = 0; i < count; i++) {
      term = term.slice(0, bytes.number()) + decoder.decode(bytes.take(bytes.number()));
      const sections = bytes.number(), blocks = [];
      const blockCount = Math.ceil(sections / this.manifest.block);
      for (let b = 0; b < blockCount; b++) {
        const found = place(postings), where = place(positions);
        blocks.push({
          count: b > 0 ? this.manifest.block : sections - (blockCount - 1) * this.manifest.block,
          first: blockCount > 1 ? this.sectionCount - 1 - bytes.number() : 0,
          postings: { ...found, hash: packs[found.pack] },
          positions: { ...where, hash: positionPacks[where.pack] },
        });
      }
      terms.set(term, { term, sections, blocks });
    }
    return terms;
  }

  async term(term) { return this.shards.length ? (await this.shard(this.shardOf(term))).get(term) : undefined; }

  /** Terms that begin with a prefix, of the two shards at most that are worth fetching for it. */
  async startingWith(prefix) {
    const found = [], first = this.shardOf(prefix);
    for (let number = first; number < Math.min(first + 2, this.shards.length); number++) {
      if (number > first && !this.shards[number][0].startsWith(prefix)) break;
      for (const [term, entry] of await this.shard(number)) if (term.startsWith(prefix)) found.push(entry);
    }
    return found;
  }

  /** A block's sections, from the newest, with how much each says about the term. */
  async postings(block) {
    if (block.read) return block.read;
    const pack = await this.file('postings', block.postings.hash);
    const bytes = new Bytes(pack.subarray(block.postings.start, block.postings.end));
    const sections = new Uint32Array(block.count), impacts = new Uint8Array(block.count);
    let section = this.sectionCount - 1 - bytes.number();
    for (let i = 0; i < block.count; i++) sections[i] = section += i > 0 ? bytes.number() : 0;
    for (let i = 0; i < block.count; i++) impacts[i] = (bytes.bytes[bytes.at + (i >> 1)] >> (i & 1 ? 4 : 0)) & 15;
    return block.read = { sections, impacts };
  }

  /** Where in each of a block's sections the term stands. */
  async positions(block) {
    if (block.places) return block.places;
    const pack = await this.file('positions', block.positions.hash);
    const bytes = new Bytes(pack.subarray(block.positions.start, block.positions.end));
    return block.places = Array.from({ length: block.count }, () => {
      let place = 0;
      return Array.from({ length: bytes.number() }, () => place += bytes.number());
    });
  }

  /** The page and the words of a section. */
  async text(section) {
    const at = lastUpTo(this.locators.length, i => this.locators[i][0] <= section);
    const bytes = new Bytes(await this.file('locators', this.locators[at][1]));
    for (let first = this.locators[at][0]; ;) {
      const count = bytes.number(), hash = bytes.hash();
      if (section < first + count) {
        const page = JSON.parse(new TextDecoder().decode(await this.file('texts', hash)));
        const [anchor, heading, text] = page.sections[section - first];
        return { page, anchor, heading, text };
      }
      first += count;
    }
  }
}
