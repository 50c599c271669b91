import { append, type Lexis, type Token, tokenizeMeaning, unquote } from '@sync/core';
import { callsIn } from './calls.js';
import { namedFunctions, namedThings } from './names.js';
import type { ServerCatalogue } from './read-catalogue.js';
import type { Rows } from './rows.js';

/** What is known of the views of a catalogue: one is asked for by every view above it. */
const known = new WeakMap<ServerCatalogue, Map<string, string | undefined>>();

/**
 * What a view names that is not there, so that nobody can read it: the server keeps the view where it drops or renames what that stands on, and shows no columns of it.
 * Undefined where it holds, or where nothing but somebody's rights is in its way.
 */
export function missingIn(row: Rows['views'], catalogue: ServerCatalogue, lexis: Lexis): string | undefined {
  const found = known.get(catalogue) ?? new Map<string, string | undefined>();
  known.set(catalogue, found);
  if (!found.has(row.name)) {
    // Views that stand on each other in a circle are asked once.
    found.set(row.name, undefined);
    found.set(row.name, findMissing(row, catalogue, lexis));
  }
  return found.get(row.name);
}

function findMissing(row: Rows['views'], catalogue: ServerCatalogue, lexis: Lexis): string | undefined {
  if (catalogue.where('columns', 'table', row.name).length > 0) return undefined;
  const tokens = tokenizeMeaning(row.query, lexis);
  const named = namesIn(tokens, catalogue.database.name, lexis);
  const things = namedThings(catalogue);
  const gone = [...named.relations.values()].flat().find((name) => !things.has(name));
  if (gone !== undefined) return gone;
  const calls = callsIn(tokens, catalogue.database.name, lexis);
  const functions = namedFunctions(catalogue);
  const routine = [...calls.functions].find((name) => !functions.has(name.toLowerCase()));
  if (routine !== undefined) return `${routine}()`;
  const bodies = new Set(catalogue.where('routines', 'type', 'PACKAGE BODY').map(({ name }) => name));
  const called = [...calls.packages].find((name) => !bodies.has(name));
  if (called !== undefined) return `package body ${called}`;
  const column = named.columns.find(({ of, name }) => {
    const relations = named.relations.get(of) ?? [];
    return relations.length > 0 && !relations.some((relation) => isColumn(name, relation, catalogue));
  });
  if (column) return `${column.of}.${column.name}`;
  for (const name of new Set([...named.relations.values()].flat())) {
    const [view] = catalogue.where('views', 'name', name);
    const below = view && missingIn(view, catalogue, lexis);
    if (below !== undefined) return below;
  }
  return undefined;
}

/** The columns of a query as the server prints it, with a name for each. */
export function columnsIn(query: string, lexis: Lexis): readonly string[] {
  const columns: string[] = [];
  let depth = 0;
  let isSelected = false;
  const tokens = tokenizeMeaning(query, lexis);
  for (const [at, { type, text }] of tokens.entries()) {
    if (text === '(') depth++;
    else if (text === ')') depth--;
    if (depth > 0 || type !== 'word') continue;
    const word = text.toUpperCase();
    const name = tokens[at + 1];
    if (word === 'SELECT') isSelected = true;
    else if (isSelected && (word === 'FROM' || word === 'UNION')) break;
    else if (isSelected && word === 'AS' && name?.type === 'quoted') columns.push(unquote(name, lexis));
  }
  return columns;
}

/** What a view that does not hold has for columns nobody knows. */
function isColumn(name: string, relation: string, catalogue: ServerCatalogue): boolean {
  const columns = catalogue.where('columns', 'table', relation);
  return columns.length === 0 || columns.some((column) => column.name.toLowerCase() === name.toLowerCase());
}

interface Named {
  /** Relations of this database, by what the query calls them. */
  readonly relations: ReadonlyMap<string, readonly string[]>;
  readonly columns: readonly { readonly of: string; readonly name: string }[];
}

/** The server shows every name in quotes: relations behind their database, columns behind what the query calls their relation. */
function namesIn(tokens: readonly Token[], database: string, lexis: Lexis): Named {
  const relations = new Map<string, string[]>();
  const columns: { of: string; name: string }[] = [];
  const nameAt = (at: number) => {
    const token = tokens[at];
    return token?.type === 'quoted' ? unquote(token, lexis) : undefined;
  };
  for (let i = 0; i < tokens.length; i++) {
    const parts = partsAt(i, tokens, nameAt);
    const [first, second, third] = parts;
    if (first === undefined) continue;
    i += 2 * (parts.length - 1);
    // What is called is no relation.
    if (tokens[i + 1]?.text === '(') continue;
    if (third !== undefined && second !== undefined) {
      if (first === database) columns.push({ of: second, name: third });
    } else if (second !== undefined && first !== database) columns.push({ of: first, name: second });
    else if (second !== undefined) append(relations, nameAt(i + 1) ?? second, second);
  }
  return { relations, columns };
}

/** The parts of a name with dots that begins there. */
function partsAt(at: number, tokens: readonly Token[], nameAt: (at: number) => string | undefined): readonly string[] {
  const parts: string[] = [];
  for (let i = at; ; i += 2) {
    const name = nameAt(i);
    if (name === undefined) return parts;
    parts.push(name);
    if (tokens[i + 1]?.text !== '.') return parts;
  }
}
