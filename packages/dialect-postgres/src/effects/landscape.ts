import type { Json } from '@sync/core';

/** What stands in a database, as far as a statement can harm it. */
export type FactOf =
  | 'relation'
  | 'column'
  | 'constraint'
  | 'index'
  | 'trigger'
  | 'rule'
  | 'policy'
  | 'routine'
  | 'type'
  | 'label'
  | 'extension';

/** One thing that stands in a database. The server's own numbers tell it from another of its name. */
export interface Fact {
  readonly of: FactOf;
  readonly id: string;
  /** The number of the relation that it is, or is of; '0' for none. */
  readonly relation: string;
  /** As people write it: without the schema where that goes without saying. */
  readonly path: readonly string[];
  readonly name: string;
  readonly state: Readonly<Record<string, Json>>;
}

/** All of them, by what they are and their numbers. */
export type Landscape = ReadonlyMap<string, Fact>;

/** A fact as the query gives it, with its path and its state as JSON. */
export interface FactRow extends Pick<Fact, 'of' | 'id' | 'relation'> {
  readonly path: string;
  /** Null for what is gone, although its row is there. */
  readonly state: string | null;
}

const written = new WeakMap<Fact, FactRow>();

/** The facts that the query gave, to be looked up. Those that are as they are known to have been are not read again. */
export function landscape(rows: readonly FactRow[], known?: Landscape): Landscape {
  return overlay(new Map(), rows, known);
}

/** The facts after a statement, of which only those were read that it made or altered. */
export function withAltered(before: Landscape, rows: readonly FactRow[]): Landscape {
  return rows.length === 0 ? before : overlay(new Map(before), rows, before);
}

function overlay(facts: Map<string, Fact>, rows: readonly FactRow[], known: Landscape | undefined): Landscape {
  for (const row of rows) {
    const key = factKey(row.of, row.id);
    const was = known?.get(key);
    if (row.state === null) facts.delete(key);
    else facts.set(key, was && isWrittenAs(was, row) ? was : factOf(row, row.state));
  }
  return facts;
}

function isWrittenAs(fact: Fact, { relation, path, state }: FactRow): boolean {
  const row = written.get(fact);
  return row?.relation === relation && row.path === path && row.state === state;
}

function factOf(row: FactRow, state: string): Fact {
  const path = JSON.parse(row.path) as readonly string[];
  const fact = { ...row, path, name: path.join('.'), state: JSON.parse(state) as Fact['state'] };
  written.set(fact, row);
  return fact;
}

/** How often a relation was read, as the server counts it until it adds that up somewhere else. */
export interface ScansRow {
  readonly id: string;
  readonly scans: number;
}

/** What a statement left, as the next one finds it. */
export function readSince(facts: Landscape, rows: readonly ScansRow[]): Landscape {
  const scans = new Map(rows.map(({ id, scans: count }) => [factKey('relation', id), count]));
  const recounted = [...facts].flatMap(([key, fact]): readonly (readonly [string, Fact])[] => {
    const count = scans.get(key) ?? 0;
    return Number(fact.state.scans ?? 0) === count ? [] : [[key, { ...fact, state: { ...fact.state, scans: count } }]];
  });
  return recounted.length === 0 ? facts : new Map([...facts, ...recounted]);
}

/** Where a fact is found. */
export function factKey(of: FactOf, id: string): string {
  return `${of}:${id}`;
}

/** The tables that a table has become a partition or an heir of; those that it has left, with before and after exchanged. */
export function joinedBy({ id, state }: Fact, before: Landscape, after: Landscape): readonly Fact[] {
  const were = tablesAbove(before.get(factKey('relation', id))?.state);
  return tablesAbove(state).flatMap((above) => {
    const table = were.includes(above) ? undefined : after.get(factKey('relation', above));
    return table ? [table] : [];
  });
}

function tablesAbove(state: Fact['state'] | undefined): readonly string[] {
  return (state?.above ?? []) as readonly string[];
}

/** What this session holds a lock on, as the query gives it: by the number of the relation. */
export interface LockRow {
  readonly relation: string;
  /** `AccessExclusiveLock`. */
  readonly mode: string;
}
