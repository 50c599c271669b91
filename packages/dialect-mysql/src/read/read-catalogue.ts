import { grouped, type Reading } from '@sync/core';
import type { Flavour } from '../flavour.js';
import { lexisWith } from '../lexis.js';
import { shapes } from '../text/shapes.js';
import { withBodies } from './bodies.js';
import { reachedCounters, saidCounters } from './counters.js';
import { withDefinitions } from './parameters.js';
import { collationsQuery, questionsOf } from './queries.js';
import { readingOf } from './question.js';
import { type Known, readShown } from './read-shown.js';
import { requireOpened } from './require-opened.js';
import type { Rows } from './rows.js';
import { withUnshownBytes } from './unshown-bytes.js';

type QueryName = keyof Rows;

/** What one inspection found. Everything here looks up and never searches. */
export class ServerCatalogue {
  private readonly groups = new Map<string, ReadonlyMap<unknown, readonly unknown[]>>();

  constructor(private readonly found: { readonly [name in QueryName]: readonly Rows[name][] }) {}

  rows<N extends QueryName>(name: N): readonly Rows[N][] {
    return this.found[name];
  }

  /** The rows that hold this value in this column. */
  where<N extends QueryName, C extends keyof Rows[N] & string>(
    name: N,
    column: C,
    value: Rows[N][C],
  ): readonly Rows[N][] {
    const key = `${name}.${column}`;
    let groups = this.groups.get(key);
    if (!groups) {
      groups = grouped(this.found[name] as readonly Rows[N][], (row) => row[column]);
      this.groups.set(key, groups);
    }
    return (groups.get(value) ?? []) as readonly Rows[N][];
  }

  /** The database that was read. */
  get database(): Rows['database'] {
    const [database] = this.found.database;
    if (!database) throw new TypeError('a connection is to a database');
    return database;
  }

  charsetOf(collation: string): string {
    return this.where('collations', 'collation', collation)[0]?.charset ?? collation.split('_')[0] ?? collation;
  }
}

const readings = new WeakMap<Reading, Promise<ServerCatalogue>>();

/** Reads what there is once an inspection, in a fixed number of queries; every kind takes its part of it. */
export function readCatalogue(reading: Reading, flavour: Flavour): Promise<ServerCatalogue> {
  let known = readings.get(reading);
  if (!known) {
    known = queryAll(reading, flavour);
    readings.set(reading, known);
  }
  return known;
}

async function queryAll(reading: Reading, flavour: Flavour): Promise<ServerCatalogue> {
  const { session } = reading;
  const found: Record<string, readonly unknown[]> = {};
  const { partitions, ...always } = questionsOf(flavour);
  for (const [name, question] of Object.entries(always)) {
    const statement = readingOf(question);
    const isFirst = name === 'tables' && flavour.givingWay;
    found[name] = await session.query(isFirst ? { text: isFirst(statement.text) } : statement);
    if (name === 'tables') await requireOpened(session, found[name] as readonly Rows['tables'][]);
  }
  found.collations = await session.query(collationsQuery);
  found.columns = await withUnshownBytes(
    session,
    found.columns as readonly Rows['columns'][],
    lexisWith(flavour.executedComments),
  );
  // The server opens every table of the database to answer this and what is below; the options of a table say whether it has parts.
  const areParted = (found.tables as readonly Rows['tables'][]).some(({ options }) => options?.includes('partitioned'));
  found.partitions = areParted ? await session.query(readingOf(partitions)) : [];
  const known = found as unknown as Known;
  const asked = known.columns.some(({ dataType }) => shapes.has(dataType)) ? flavour.spatialReferences : undefined;
  found.spatialReferences = asked ? await session.query(asked) : [];
  found.counters = await saidCounters(session);
  found.reached = await reachedCounters(reading, known.columns);
  const beside = flavour.beside?.map((question) => readingOf(question).text);
  found.beside = beside ? await session.query({ text: beside.join('\nUNION ALL\n') }) : [];
  const shown = await readShown(reading, known, flavour);
  const bodies = withBodies(known, shown, flavour.executedComments);
  const parameters = withDefinitions(known, shown, flavour.executedComments);
  // Others may be called as a table is.
  const relations = shown.filter(({ what }) => what === 'TABLE' || what === 'VIEW');
  return new ServerCatalogue({ ...found, ...bodies, parameters, shown: relations } as unknown as ConstructorParameters<
    typeof ServerCatalogue
  >[0]);
}
