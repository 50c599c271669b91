import type { RenameHint } from '@sync/core';
import { beside } from './beside.js';
import { columns } from './columns.js';
import { comments } from './comments.js';
import { constraints } from './constraints.js';
import type { Feature } from './feature.js';
import { namer, names, pathOf } from './names.js';
import { privileges } from './privileges.js';
import { routines } from './routines.js';
import { tables } from './tables.js';
import { triggers } from './triggers.js';
import { types } from './types.js';
import { views } from './views.js';

/** Which form of each feature a schema has, and what is called by its other name. */
export interface Whole {
  readonly has: Readonly<Record<string, number>>;
  readonly renamed: readonly string[];
}

/** In an order in which they can be made. */
export const features: Readonly<Record<string, Feature>> = {
  ...types,
  ...columns,
  ...constraints,
  ...tables,
  ...views,
  ...routines,
  ...triggers,
  ...beside,
  ...comments,
  ...privileges,
};

/** What every schema has. */
const base: readonly string[] = [
  'CREATE SCHEMA @os',
  'CREATE TABLE @t (id integer CONSTRAINT t_pkey PRIMARY KEY)',
  'CREATE TABLE @other (id integer CONSTRAINT "T 2_pkey" PRIMARY KEY, @ref integer)',
  "CREATE FUNCTION @calc(text) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT length($1)'",
];

const rows: readonly string[] = [
  'INSERT INTO @t (id) VALUES (1), (2), (7)',
  'INSERT INTO @other (id, @ref) VALUES (1, 1), (2, 7), (3, NULL)',
];

/** The statements that make a schema: what needs something that is not there is not there either. */
export function printWhole(whole: Whole, version: number): readonly string[] {
  const chosen = [...base, ...chosenOf(whole, version).flatMap(({ statements }) => statements)];
  return chosen.map(namer(whole.renamed));
}

export function printWholeRows(whole: Whole, version: number): readonly string[] {
  return [...rows, ...chosenOf(whole, version).flatMap((feature) => feature.rows)].map(namer(whole.renamed));
}

function chosenOf(whole: Whole, version: number) {
  const there = new Set<string>();
  return Object.entries(features).flatMap(([key, { forms, needs = [], since = 0, rows: own = [] }]) => {
    const statements = forms[whole.has[key] ?? -1];
    if (!statements || version < since || !needs.every((need) => there.has(need))) return [];
    there.add(key);
    return [{ statements, rows: own }];
  });
}

/** What is said of the renames between two schemas. What something lies in is written by its name of after. */
export function hintsBetween(before: Whole, after: Whole, version: number): readonly RenameHint[] {
  const [first, then] = [keysIn(before, version), keysIn(after, version)];
  return Object.keys(names).flatMap((key) => {
    if (!first.has(key) || !then.has(key)) return [];
    const others = after.renamed.filter((other) => other !== key);
    const [from, to] = [before, after].map(({ renamed }) =>
      pathOf(key, renamed.includes(key) ? [...others, key] : others),
    );
    return from && to && from.at(-1) !== to.at(-1) ? [{ at: 'the test', from, to }] : [];
  });
}

function keysIn(whole: Whole, version: number): ReadonlySet<string> {
  const texts = [...base, ...chosenOf(whole, version).flatMap(({ statements }) => statements)];
  return new Set(texts.flatMap((text) => [...text.matchAll(/@([a-z]+)/g)].flatMap(([, key]) => key ?? [])));
}
