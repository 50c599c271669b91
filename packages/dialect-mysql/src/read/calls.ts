import { type Lexis, type Token, unquote } from '@sync/core';

/** What a query calls of its own database. */
export interface Calls {
  /** Functions, as the query spells them: case counts in none of their names. */
  readonly functions: ReadonlySet<string>;
  /** What stands before a routine that is called in it: packages. */
  readonly packages: ReadonlySet<string>;
}

/**
 * What the query of a view calls, of its tokens without blanks. The server shows every name in quotes but those of its own functions, and a function of the same database
 * without that, unless it was written so.
 */
export function callsIn(tokens: readonly Token[], database: string, lexis: Lexis): Calls {
  const functions = new Set<string>();
  const packages = new Set<string>();
  for (const [at, { text }] of tokens.entries()) {
    if (text !== '(') continue;
    const parts = partsBefore(at, tokens, lexis);
    const [first, second, third] = parts;
    if (first === undefined || isExpression(at, tokens)) continue;
    if (second === undefined) functions.add(first);
    else if (first === database) (third === undefined ? functions : packages).add(second);
  }
  return { functions, packages };
}

/** The parts of a name with dots that ends there. */
function partsBefore(at: number, tokens: readonly Token[], lexis: Lexis): readonly string[] {
  const parts: string[] = [];
  for (let i = at - 1; ; i -= 2) {
    const token = tokens[i];
    if (token?.type !== 'quoted') return parts;
    parts.unshift(unquote(token, lexis));
    if (tokens[i - 1]?.text !== '.') return parts;
  }
}

/** Whether what begins there lists the columns of a common table expression: its query follows, in parentheses, as nothing does that an expression is called. */
function isExpression(at: number, tokens: readonly Token[]): boolean {
  let depth = 0;
  for (let i = at; i < tokens.length; i++) {
    const text = tokens[i]?.text;
    if (text === '(') depth++;
    else if (text === ')') depth--;
    if (depth === 0) return tokens[i + 1]?.text.toLowerCase() === 'as' && tokens[i + 2]?.text === '(';
  }
  return false;
}
