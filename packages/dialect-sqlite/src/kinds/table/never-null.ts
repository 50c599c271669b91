import { isSymbol, meaningful, nameIn } from '../../text/cursor.js';
import { foldName } from '../../text/names.js';
import type { TableView } from './view-of-table.js';

/** Operators and functions that give NULL only where they are given NULL. */
const operators: ReadonlySet<string> = new Set('( ) , + - * || = <> < <= > >= ~ & |'.split(' '));
const words: ReadonlySet<string> = new Set('AND OR NOT BETWEEN IN IS LIKE GLOB TRUE FALSE'.split(' '));
const functions: ReadonlySet<string> = new Set('length lower upper trim ltrim rtrim abs typeof hex'.split(' '));

/**
 * Whether a normalised expression is certain never to be NULL. `ALTER TABLE … ADD CHECK` of SQLite 3.53 refuses rows for which a check is NULL, while a check that
 * was there from the beginning accepts them.
 */
export function isNeverNull(expression: string, table: TableView): boolean {
  const tokens = meaningful(expression);
  return tokens.every((token, i) => {
    if (token.type === 'string' || token.type === 'number') return true;
    if (token.type === 'symbol') return operators.has(token.text);
    if (token.type === 'word' && words.has(token.text)) return true;
    const name = foldName(nameIn(token));
    if (isSymbol(tokens[i + 1], '(')) return functions.has(name);
    return name === table.rowidAlias || table.columns.get(name)?.notNull !== undefined;
  });
}
