import { type Lexis, type Token, tokenize, tokenizeMeaning, unquote } from '@sync/core';

const functions: ReadonlySet<string> = new Set(['NEXTVAL', 'LASTVAL', 'SETVAL']);

/** The database that a dump of a named one says to use. */
export function enteredBy(
  { words, text }: { readonly words: readonly string[]; readonly text: string },
  lexis: Lexis,
): string | undefined {
  const name = words[0] === 'USE' ? tokenizeMeaning(text, lexis)[1] : undefined;
  return name?.type === 'quoted' ? unquote(name, lexis) : name?.text;
}

/** A table as MariaDB dumps it, without the name of the database that its defaults have before their sequences: it is the one of the table, whatever that is called. */
export function undump(
  { words, text }: { readonly words: readonly string[]; readonly text: string },
  lexis: Lexis,
): string | undefined {
  if (words[0] !== 'CREATE' || !words.includes('TABLE') || !/val\s*\(/i.test(text)) return undefined;
  const tokens = tokenize(text, lexis);
  const kept = tokens.filter((token, i) => {
    const name = token.text === '.' ? i - 1 : i;
    const isQualifier = isName(tokens[name]) && tokens[name + 1]?.text === '.';
    return !(isQualifier && tokens[name - 1]?.text === '(' && isOfSequences(tokens[name - 2]?.text));
  });
  return kept.length === tokens.length ? undefined : kept.map((token) => token.text).join('');
}

/** In quotes, or without them where the dump is (`--skip-quote-names`). */
function isName(token: Token | undefined): boolean {
  return token?.type === 'quoted' || token?.type === 'word';
}

function isOfSequences(word: string | undefined): boolean {
  return word !== undefined && functions.has(word.toUpperCase());
}
