/* Splits text into words by the rules of src/SecPress.Rendering/Search/Tokenizer.cs. */

const letter = '[\\p{L}\\p{N}\\p{M}]';
const alone = '[\\u0E00-\\u0EFF\\u1000-\\u109F\\u1780-\\u17FF\\u3005-\\u3007\\u3040-\\u30FF\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uF900-\\uFAFF\\u{20000}-\\u{323AF}]';
const anyWord = new RegExp(`(?=${alone})${letter}|((?:(?!${alone})${letter})+)(?:['’][sS](?!${letter}))?`, 'gu');
const hyphen = /^[-\u2010\u2011]$/;
const longestWord = 64, mostJoined = 3, longestJoined = 30;

/** Folds a word as the index did. A character that the index does not have is folded as the browser knows how. */
const fold = (word, folds) => {
  let folded = '';
  for (const character of word) {
    const letters = character < '\x80' ? character.toLowerCase()
      : folds[character] ?? folds[character.toLowerCase()] ?? character.toLowerCase().normalize('NFD').replace(/[\u0300-\u036F]/g, '');
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

