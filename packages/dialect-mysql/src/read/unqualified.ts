import { type Address, address, byCodeUnit, type Lexis, tokenize, unquote } from '@sync/core';

/** What a text of the server's names, and the text without the name of its own database. */
export interface Unqualified {
  readonly text: string;
  /** The names of relations that it holds, as they are spelled. */
  readonly names: ReadonlySet<string>;
}

/** What a text can name, each as it may be spelled. */
export interface Nameable {
  isRelation(name: string): boolean;
  isFunction(name: string): boolean;
}

/**
 * The server writes the database before every relation that a view, or a default, names, and before functions where they were called so: without it the text is the same in
 * every database. A name is taken for one of these only where what follows it is known, so that an alias called like the database stays. Of what has three parts the first is
 * the database, and the second may be the alias that a view has in a query.
 */
export function withoutDatabase(
  text: string,
  database: string,
  { isRelation, isFunction }: Nameable,
  lexis: Lexis,
): Unqualified {
  const tokens = tokenize(text, lexis);
  const names = new Set<string>();
  const kept: string[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) continue;
    const next = tokens[i + 2];
    const isFirst = token.type === 'quoted' && tokens[i - 1]?.text !== '.' && tokens[i + 1]?.text === '.';
    const isDatabase = isFirst && unquote(token, lexis) === database && next?.type === 'quoted';
    const isCalled = tokens[i + 3]?.text === '(';
    const isOfColumn = isDatabase && tokens[i + 3]?.text === '.';
    const isOfRelation = isDatabase && !isOfColumn && !isCalled && isRelation(unquote(next, lexis));
    if (isOfRelation) names.add(unquote(next, lexis));
    if (isOfColumn || isOfRelation || (isDatabase && isCalled && isFunction(unquote(next, lexis)))) i++;
    else kept.push(token.text);
  }
  return { text: kept.join(''), names };
}

/** The addresses that these names are of, sorted, without the object itself. */
export function needsAmong(
  names: Iterable<string>,
  kinds: ReadonlyMap<string, string>,
  self: Address,
): readonly Address[] {
  const needs = new Set<Address>();
  for (const name of names) {
    const kind = kinds.get(name);
    if (kind !== undefined) needs.add(address(kind, name));
  }
  needs.delete(self);
  return [...needs].sort(byCodeUnit);
}
