import type { Token } from '@sync/core';
import { isSymbol, isWord, nameIn } from './cursor.js';
import { foldName } from './names.js';

const endsFrom: ReadonlySet<string> = new Set(
  'SELECT WHERE GROUP HAVING ORDER LIMIT WINDOW UNION EXCEPT INTERSECT SET VALUES RETURNING'.split(' '),
);

/** The names, folded, that stand where a view's or trigger's body can name a relation. Names of its own WITH clauses are left out. */
export function relationsIn(tokens: readonly Token[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const i of relationPlaces(tokens)) {
    const token = tokens[i];
    if (token) names.add(foldName(nameIn(token)));
  }
  for (const name of commonTables(tokens)) names.delete(name);
  return names;
}

/** Where in the body of a view or trigger the names of relations stand, its own WITH clauses' among them. */
export function relationPlaces(tokens: readonly Token[]): ReadonlySet<number> {
  const places = new Set<number>();
  /** For each open parenthesis: whether commas in it separate relations. */
  const lists: boolean[] = [false];
  let expected = false;
  for (const [i, token] of tokens.entries()) {
    if (token.type === 'symbol') {
      if (token.text === '(') lists.push(expected);
      else if (token.text === ')') lists.pop();
      if (token.text === ')') expected = false;
      else if (token.text === ',') expected = lists.at(-1) ?? false;
      continue;
    }
    const upper = token.type === 'word' ? token.text.toUpperCase() : '';
    // `a IS DISTINCT FROM b` compares.
    if ((upper === 'FROM' && !isWord(tokens[i - 1], 'DISTINCT')) || upper === 'JOIN') {
      lists[lists.length - 1] = true;
      expected = true;
    } else if (upper === 'INTO' || upper === 'UPDATE') expected = true;
    else if (upper === 'IN') expected = !isSymbol(tokens[i + 1], '(');
    else if (endsFrom.has(upper)) {
      lists[lists.length - 1] = false;
      expected = false;
    } else if (expected && isConflictClause(token, tokens[i - 1])) continue;
    else if (expected) {
      if (isSymbol(tokens[i + 1], '.')) continue;
      places.add(i);
      expected = false;
    }
  }
  return places;
}

/** `UPDATE OR REPLACE t` names its table two words later. */
function isConflictClause(token: Token, before: Token | undefined): boolean {
  return isWord(token, 'OR') || isWord(before, 'OR');
}

/** The names that `WITH x AS (…)` and `WITH x(a, b) AS (…)` define. */
function commonTables(tokens: readonly Token[]): readonly string[] {
  return tokens.flatMap((token, i) => {
    if (token.type !== 'word' && token.type !== 'quoted') return [];
    if (!isWord(tokens[i - 1], 'WITH') && !isWord(tokens[i - 1], 'RECURSIVE') && !isSymbol(tokens[i - 1], ','))
      return [];
    let next = i + 1;
    if (isSymbol(tokens[next], '(')) {
      while (next < tokens.length && !isSymbol(tokens[next], ')')) next++;
      next++;
    }
    if (!isWord(tokens[next], 'AS')) return [];
    const body = [1, 2, 3].some((ahead) => isSymbol(tokens[next + ahead], '('));
    return body ? [foldName(nameIn(token))] : [];
  });
}
