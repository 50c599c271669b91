import { type Token, tokenizeMeaning } from '@sync/core';
import { postgresLexis } from '../../lexis.js';
import { quoteName } from '../../text/names.js';

/** The columns that a call gives, in the order that names behind it are in, and in the one that they are to be in. */
export interface AliasOrder {
  /** The function, as the query calls it. */
  readonly call: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** Puts the names behind calls in another order: `f() AS x(a, b)` → `f() AS x(b, a)`. What comes after them, as an ordinality does, stays behind them. */
export function changeAliases(text: string, orders: readonly AliasOrder[]): string {
  const tokens = orders.length > 0 ? tokenizeMeaning(text, postgresLexis) : [];
  const edits = orders.flatMap((order) => editsOf(tokens, order)).sort((a, b) => b.start - a.start);
  return edits.reduce((all, { start, end, by }) => all.slice(0, start) + by + all.slice(end), text);
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

function editsOf(tokens: readonly Token[], { call, from, to }: AliasOrder): readonly Edit[] {
  const name = tokenizeMeaning(call, postgresLexis).map(({ text }) => text);
  return tokens.flatMap((_, i): readonly Edit[] => {
    if (!name.every((each, j) => tokens[i + j]?.text === each)) return [];
    const open = aliasesAfter(tokens, i + name.length);
    const aliases = open === undefined ? undefined : namesFrom(tokens, open + 1);
    if (open === undefined || !aliases || aliases.length < from.length) return [];
    const byColumn = new Map(from.map((column, at) => [column, aliases[at]?.text]));
    const placed = to.map((column) => byColumn.get(column) ?? quoteName(column));
    const rest = aliases.slice(from.length).map((each) => each.text);
    const [start, last] = [tokens[open], aliases.at(-1)];
    if (!start || !last) return [];
    return [{ start: start.start + 1, end: last.start + last.text.length, by: [...placed, ...rest].join(', ') }];
  });
}

/** Where the parenthesis is that the names behind a call begin with, where that has arguments from here on. */
function aliasesAfter(tokens: readonly Token[], arguments_: number): number | undefined {
  if (tokens[arguments_]?.text !== '(') return undefined;
  let depth = 0;
  let at = arguments_;
  do {
    const text = tokens[at]?.text;
    depth += text === '(' ? 1 : text === ')' ? -1 : 0;
    at++;
  } while (depth > 0 && at < tokens.length);
  if (tokens[at]?.text === 'WITH' && tokens[at + 1]?.text === 'ORDINALITY') at += 2;
  if (tokens[at]?.text === 'AS') at++;
  return tokens[at + 1]?.text === '(' ? at + 1 : undefined;
}

/** Names between commas, up to the parenthesis behind them; undefined where there is something else. */
function namesFrom(tokens: readonly Token[], start: number): readonly Token[] | undefined {
  const names: Token[] = [];
  for (let at = start; ; at += 2) {
    const [name, next] = [tokens[at], tokens[at + 1]];
    if (name?.type !== 'word' && name?.type !== 'quoted') return undefined;
    names.push(name);
    if (next?.text === ')') return names;
    if (next?.text !== ',') return undefined;
  }
}
