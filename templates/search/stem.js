/* What English words have in common when their endings are taken off: the algorithm of M. Porter, in its second version
   (snowballstem.org/algorithms/english), without its list of exceptions. It finds "approval" for "approving". */

const vowel = '[aeiouy]', noVowel = '[^aeiouyY]';
const isShort = stem => new RegExp(`(^${vowel}${noVowel}|${noVowel}${vowel}[^aeiouywxY])$`).test(stem);
const longEndings = {
  ational: 'ate', tional: 'tion', enci: 'ence', anci: 'ance', abli: 'able', entli: 'ent', izer: 'ize', ization: 'ize', ation: 'ate', ator: 'ate',
  alism: 'al', aliti: 'al', alli: 'al', fulness: 'ful', ousli: 'ous', ousness: 'ous', iveness: 'ive', iviti: 'ive', biliti: 'ble', bli: 'ble',
  fulli: 'ful', lessli: 'less',
};
const middleEndings = { ational: 'ate', tional: 'tion', alize: 'al', icate: 'ic', iciti: 'ic', ical: 'ic', ful: '', ness: '' };
const byLength = endings => Object.keys(endings).sort((a, b) => b.length - a.length);
const [longFirst, middleFirst] = [byLength(longEndings), byLength(middleEndings)];

/** The part of a word behind its first vowel that has a consonant after it: where it begins. */
const regionOf = (word, from) => {
  const found = word.slice(from).search(new RegExp(`${vowel}${noVowel}`));
  return found < 0 ? word.length : from + found + 2;
};

const stemOf = plain => {
  if (plain.length < 3 || !/^[a-z]+$/.test(plain)) return plain;
  let word = plain.replace(/^y|([aeiouy])y/g, (_, before) => `${before ?? ''}Y`);
  const first = /^(gener|commun|arsen)/.test(word) ? word.match(/^(gener|commun|arsen)/)[0].length : regionOf(word, 0), second = regionOf(word, first);
  const replace = (ending, by, from) => {
    if (!word.endsWith(ending)) return false;
    if (word.length - ending.length >= from) word = word.slice(0, -ending.length) + by;
    return true;
  };
  const hasVowelBefore = ending => new RegExp(vowel).test(word.slice(0, -ending.length));

  if (!replace('sses', 'ss', 0) && /ie[sd]$/.test(word)) word = word.slice(0, word.length > 4 ? -2 : -1);
  else if (/[^us]s$/.test(word) && new RegExp(`${vowel}.+s$`).test(word)) word = word.slice(0, -1);

  const ending = word.match(/(eed|eedly|ed|edly|ing|ingly)$/)?.[0] ?? '';
  if (ending.startsWith('eed')) replace(ending, 'ee', first);
  else if (ending && hasVowelBefore(ending)) {
    word = word.slice(0, -ending.length);
    if (/(at|bl|iz)$/.test(word)) word += 'e';
    else if (/(bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(word)) word = word.slice(0, -1);
    else if (first >= word.length && isShort(word)) word += 'e';
  }
  word = word.replace(/(.[^aeiouyY])[yY]$/, '$1i');

  if (!longFirst.some(end => replace(end, longEndings[end], first)) && !(word.endsWith('logi') && replace('ogi', 'og', first)) && /[cdeghkmnrt]li$/.test(word)) replace('li', '', first);
  if (!middleFirst.some(end => replace(end, middleEndings[end], first))) replace('ative', '', second);
  const last = word.match(/(ement|ment|ance|ence|able|ible|ant|ent|ism|ate|iti|ous|ive|ize|al|er|ic|[st]ion)$/)?.[0] ?? '';
  if (last.endsWith('ion')) replace('ion', '', second); else if (last) replace(last, '', second);
  if (word.endsWith('e') && (word.length > second || (word.length > first && !isShort(word.slice(0, -1))))) word = word.slice(0, -1);
  else if (word.endsWith('ll') && word.length > second) word = word.slice(0, -1);
  return word.toLowerCase();
};
