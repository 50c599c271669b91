import { partsOf, type Rename, type Token, tokenize, unquote } from '@sync/core';
import { cockroachLexis } from '../text/lexis.js';
import { quoteName } from '../text/names.js';

/** A text that the server prints, once what it names is called otherwise: names of objects stand there with their schemas, those of columns alone. */
export function followIn(text: string, rename: Rename): string {
  if (rename.of === 'member') return renameColumnIn(text, rename.from, rename.to);
  const [old, next] = [pathOf(rename.from), pathOf(rename.to)];
  const tokens = tokenize(text, cockroachLexis);
  const isOld = (i: number) =>
    isName(tokens[i], old[0]) && tokens[i + 1]?.text === '.' && isName(tokens[i + 2], old[1]);
  const value = `'${old.map(quoteName).join('.')}'`;
  return tokens
    .map((token, i) => {
      if (token.text === value) return `'${next.map(quoteName).join('.')}'`;
      return isOld(i) ? quoteName(next[0]) : isOld(i - 2) ? quoteName(next[1]) : token.text;
    })
    .join('');
}

function pathOf(at: Parameters<typeof partsOf>[0]): readonly [string, string] {
  const { kind, parts } = partsOf(at);
  const name = parts.at(-1) ?? '';
  const bare = /(function|procedure)$/.test(kind) ? name.replace(/\(.*\)$/s, '') : name;
  return [parts.length > 1 ? (parts[0] ?? '') : 'public', bare];
}

/** What stands after a dot or a cast, or before a parenthesis, is no column. */
function renameColumnIn(text: string, from: string, to: string): string {
  const tokens = tokenize(text, cockroachLexis);
  const columns = columnTokens(tokens, from);
  return tokens.map((token) => (columns.has(token) ? quoteName(to) : token.text)).join('');
}

/** Whether an expression uses a column. */
export function mentionsColumn(text: string, name: string): boolean {
  return columnTokens(tokenize(text, cockroachLexis), name).size > 0;
}

function columnTokens(tokens: readonly Token[], name: string): ReadonlySet<Token> {
  const meaningful = tokens.filter(({ type }) => type !== 'space' && type !== 'comment');
  const before = new Set(['.', '::', ':::']);
  return new Set(
    meaningful.filter((token, i) => {
      const [last, next] = [meaningful[i - 1]?.text ?? '', meaningful[i + 1]?.text ?? ''];
      return isName(token, name) && !before.has(last) && next !== '.' && (next !== '(' || token.type === 'quoted');
    }),
  );
}

function isName(token: Token | undefined, name: string): boolean {
  if (token?.type === 'word') return token.text === name && quoteName(name) === name;
  return token?.type === 'quoted' && unquote(token, cockroachLexis) === name;
}
