import { type Token, tokenize } from '@sync/core';
import { postgresLexis } from '../lexis.js';

const behindOptions = new Set(['WHERE', 'DEFERRABLE', 'INITIALLY']);

/** What the server prints of an index, or of a constraint with one, without its storage parameters. */
export function withoutOptions(definition: string): string {
  const tokens = [...outermost(definition)];
  const start = tokens.findIndex(({ token }) => token.type === 'word' && token.text === 'WITH');
  const open = tokens[start];
  const next = tokens.slice(start + 1).find(({ token }) => token.type !== 'space' && token.type !== 'symbol');
  if (!open) return definition;
  const end = next?.at ?? definition.length;
  return `${definition.slice(0, open.at).trimEnd()}${next ? ` ${definition.slice(end)}` : ''}`;
}

/** The same definition with storage parameters where the server takes them. */
export function withOptions(definition: string, options: readonly string[] | undefined): string {
  if (!options) return definition;
  const clause = `WITH (${options.join(', ')})`;
  const behind = [...outermost(definition)].find(({ token }) => token.type === 'word' && behindOptions.has(token.text));
  if (!behind) return `${definition} ${clause}`;
  return `${definition.slice(0, behind.at)}${clause} ${definition.slice(behind.at)}`;
}

/** The tokens that stand in no parentheses, with where they begin; of each group in parentheses the last one, too. */
function* outermost(text: string): Generator<{ readonly token: Token; readonly at: number }> {
  let depth = 0;
  let at = 0;
  for (const token of tokenize(text, postgresLexis)) {
    if (token.text === '(') depth++;
    if (token.text === ')') depth--;
    if (depth === 0) yield { token, at };
    at += token.text.length;
  }
}
