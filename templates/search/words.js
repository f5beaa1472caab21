/* Splits text into words by the rules of src/SecPress.Rendering/Search/Tokenizer.cs. */

const letter = '[\\p{L}\\p{N}\\p{M}]';
const alone = '[\\u0E00-\\u0EFF\\u1000-\\u109F\\u1780-\\u17FF\\u3005-\\u3007\\u3040-\\u30FF\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uF900-\\uFAFF\\u{20000}-\\u{323AF}]';
const anyWord = new RegExp(`(?=${alone})${letter}|((?:(?!${alone})${letter})+)(?:['’][sS](?!${letter}))?`, 'gu');
const hyphen = /^[-\u2010\u2011]$/;
const longestWord = 64, mostJoined = 3, longestJoined = 30;

const dropped = /[\u0300-\u036F\u0591-\u05C7\u0610-\u061A\u0640\u064B-\u065F\u0670]/;
const fullWidth = /[\uFF01-\uFF5E]/;

/** The letters of the manifest that fold to others, by letter: from "a=àá ae=æ". */
const readFolds = text => new Map(text.split(' ').flatMap(group => {
  const [folded, letters] = group.split('=');
  return Array.from(letters, letter => [letter, folded]);
}));

/** Folds a word to lower case without diacritics. */
const fold = (word, folds) => {
  let folded = '';
  for (const written of word) {
    const character = fullWidth.test(written) ? String.fromCharCode(written.charCodeAt(0) - 0xFEE0) : written;
    const lower = character.toLowerCase();
    const letters = dropped.test(character) ? '' : folds.get(character) ?? folds.get(lower) ?? lower;
    if (folded.length + letters.length <= longestWord) folded += letters;
  }
  return folded;
};

/** The words of a text, each with its place; those joined from parts are marked so and follow their parts. */
const wordsOf = (text, folds) => {
  const words = [];
  let chain = [];
  const endChain = () => {
    if (chain.length > 1 && chain.length <= mostJoined && !chain.some(part => /[0-9]/.test(part.word))) {
      const word = chain.map(part => part.word).join('');
      if (word.length <= longestJoined) words.push({ word, start: chain[0].start, end: chain.at(-1).end, joined: true });
    }
    chain = [];
  };
  for (const match of text.matchAll(anyWord)) {
    const run = match[1] ?? match[0];
    const found = { word: fold(run, folds), start: match.index, end: match.index + run.length, joined: false };
    if (chain.length === 0 || !hyphen.test(text.slice(chain.at(-1).end, found.start))) endChain();
    if (found.word === '') continue;
    if (match[1]) chain.push(found);
    words.push(found);
  }
  endChain();
  return words;
};

