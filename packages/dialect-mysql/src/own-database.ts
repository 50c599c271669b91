import { type Lexis, SyncError, type Token, tokenizeMeaning, unquote } from '@sync/core';
import { definedIn } from './lost-characters.js';

/** What a relation, or the table of a foreign key, stands behind. */
const leads: ReadonlySet<string> = new Set(['FROM', 'JOIN', 'STRAIGHT_JOIN', 'REFERENCES']);

/** What ends a list of relations. */
const ends: ReadonlySet<string> = new Set([
  ...['SELECT', 'WHERE', 'GROUP', 'ORDER', 'HAVING', 'LIMIT', 'WINDOW', 'UNION', 'EXCEPT', 'INTERSECT', 'ON', 'USING'],
]);

/** The database that a desired state is for, and whether its server takes names in other letters for the same. */
export interface Home {
  readonly name: string;
  readonly folds: boolean;
}

/**
 * Refuses a table or a view of a desired state that names the very database which that is for: it is built in another one to be compared, where the name leads to the live
 * tables. Bodies are only looked into when they run, and say the same in both.
 */
export function requireHomeUnsaid(text: string, home: Home, lexis: Lexis): void {
  const needle = home.name.toLowerCase();
  if (home.name === '' || !text.toLowerCase().includes(needle) || definedIn(text, lexis) !== 'other') return;
  const tokens = tokenizeMeaning(text, lexis);
  const said = tokens.find((_, i) => isHome(tokens, i, home, lexis) && isPlace(tokens, i));
  if (!said) return;
  const thing = tokens[tokens.indexOf(said) + 2]?.text ?? '';
  throw new SyncError({
    code: 'UNSUPPORTED',
    op: 'execute',
    message: `${said.text}.${thing} names the database that this desired state is for, and leads to the live one from wherever the state is built to be compared`,
    hint: `Write the name without its database: ${thing}.`,
    details: { offset: said.start },
  });
}

function isHome(tokens: readonly Token[], at: number, { name, folds }: Home, lexis: Lexis): boolean {
  const token = tokens[at];
  const isName = token?.type === 'word' || token?.type === 'quoted';
  if (!isName || tokens[at + 1]?.text !== '.' || tokens[at - 1]?.text === '.') return false;
  const said = unquote(token, lexis);
  return folds ? said.toLowerCase() === name.toLowerCase() : said === name;
}

/** Whether a name with one point is that of a relation, and not that of a column: with two points it always says its database. */
function isPlace(tokens: readonly Token[], at: number): boolean {
  return tokens[at + 3]?.text === '.' || isListed(tokens, at);
}

/** Whether this FROM is that of a query: functions have one, too, as EXTRACT(YEAR FROM day). */
function isOfQuery(tokens: readonly Token[], from: number): boolean {
  let depth = 0;
  for (let i = from - 1; i >= 0; i--) {
    const { text = '', type } = tokens[i] ?? {};
    if (text === ')') depth++;
    if (text === '(' && depth-- === 0) return false;
    if (depth === 0 && type === 'word' && text.toUpperCase() === 'SELECT') return true;
  }
  return false;
}

/** Whether it stands in a list of relations: behind FROM, JOIN or REFERENCES, or behind a comma after one. */
function isListed(tokens: readonly Token[], at: number): boolean {
  let depth = 0;
  let isNext = true;
  for (let i = at - 1; i >= 0; i--) {
    const text = tokens[i]?.text ?? '';
    const word = tokens[i]?.type === 'word' ? text.toUpperCase() : '';
    if (text === ')') depth++;
    else if (text === '(' && depth > 0) depth--;
    else if (depth === 0 && leads.has(word))
      return (isNext || tokens[at - 1]?.text === ',') && (word !== 'FROM' || isOfQuery(tokens, i));
    else if (depth === 0 && ends.has(word)) return false;
    // Parentheses may stand before a name in the list.
    if (text !== '(') isNext = false;
  }
  return false;
}
