import type { RenameHint } from '../../contract/change.js';
import type { Lexis } from '../../contract/lexis.js';
import { sourceInvalid } from '../invalid.js';
import { readPath } from './read-path.js';
import { type Token, tokenize } from './tokens.js';

const form =
  'Write `-- @derived from=old_column as (what this column holds) back (what the old one holds)` at the column: expressions over the old column, and over the new ones.';

/** What a comment says of a column that is made of an old one; undefined for a comment that says nothing of that. */
export function readDerivation(
  text: string,
  at: () => string,
  lexis: Lexis,
): { readonly from: readonly string[]; readonly derived: NonNullable<RenameHint['derived']> } | undefined {
  if (!/^@derived\b/i.test(text)) return undefined;
  const value = /^@derived\s+from\s*=\s*(\S.*)$/s.exec(text)?.[1] ?? '';
  const tokens = [...tokenize(value, lexis)];
  const as = enclosed(value, tokens, 'AS');
  const back = enclosed(value, tokens, 'BACK');
  const name = as && readPath(value.slice(0, as.start).trim(), lexis);
  if (!as || !back || !name || back.start < as.end || value.slice(back.end).trim() !== '')
    throw sourceInvalid(at(), `this hint cannot be read: ${text.split('\n', 1)[0]}`, { hint: form });
  return { from: name, derived: { as: as.text, back: back.text } };
}

/** What stands in parentheses behind a word that stands in none. */
function enclosed(value: string, tokens: readonly Token[], word: string) {
  let depth = 0;
  let opened: { readonly start: number; readonly inner: number } | undefined;
  let last: Token | undefined;
  for (const token of tokens) {
    if (token.type === 'space') continue;
    if (token.text === '(' && depth++ === 0 && last?.type === 'word' && last.text.toUpperCase() === word)
      opened = { start: last.start, inner: token.start + 1 };
    if (token.text === ')' && --depth === 0 && opened) {
      const text = value.slice(opened.inner, token.start).trim();
      return text === '' ? undefined : { start: opened.start, end: token.start + 1, text };
    }
    last = token;
  }
  return undefined;
}
