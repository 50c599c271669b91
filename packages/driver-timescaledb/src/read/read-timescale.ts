import { type Address, grouped, type Reading, SyncError } from '@sync/core';
import { readBeside, readCatalogue, type ServerCatalogue } from '@sync/dialect-postgres';
import {
  type AggregateIndexRow,
  type AggregateRow,
  type AsideRow,
  aggregateIndexesQuery,
  aggregatesQuery,
  asideQuery,
  type DimensionRow,
  dimensionsQuery,
  type HypertableRow,
  hypertablesQuery,
  type JobRow,
  jobsQuery,
  presentQuery,
} from './queries.js';

/** What the extension keeps of its own, by the numbers that its rows name each other by. */
export interface Timescale {
  readonly catalogue: ServerCatalogue;
  readonly hypertables: ReadonlyMap<number, HypertableRow>;
  readonly dimensions: ReadonlyMap<number, readonly DimensionRow[]>;
  /** By the number of the view. */
  readonly aggregates: ReadonlyMap<number, AggregateRow>;
  /** By the hypertable that holds what an aggregate has worked out. */
  readonly aggregateOf: ReadonlyMap<number, AggregateRow>;
  readonly aggregateIndexes: readonly AggregateIndexRow[];
  readonly jobs: readonly JobRow[];
  readonly aside: readonly AsideRow[];
  /** What somebody sees of a hypertable: its table, or the view of its aggregate; undefined for what is not read. */
  relationOf(hypertable: number): { readonly oid: number; readonly address: Address } | undefined;
}

const readings = new WeakMap<Reading, Promise<Timescale>>();

/** Reads the catalogue of the extension once an inspection, in a fixed number of queries; every kind takes its part of it. */
export function readTimescale(reading: Reading): Promise<Timescale> {
  let known = readings.get(reading);
  if (!known) {
    known = read(reading);
    readings.set(reading, known);
  }
  return known;
}

interface Rows {
  readonly hypertables: readonly HypertableRow[];
  readonly dimensions: readonly DimensionRow[];
  readonly aggregates: readonly AggregateRow[];
  readonly aggregateIndexes: readonly AggregateIndexRow[];
  readonly jobs: readonly JobRow[];
  readonly aside: readonly AsideRow[];
}

const none: Rows = { hypertables: [], dimensions: [], aggregates: [], aggregateIndexes: [], jobs: [], aside: [] };

async function read(reading: Reading): Promise<Timescale> {
  const catalogue = await readCatalogue(reading);
  const rows = await readBeside(reading, () => ask(reading));
  const hypertables = new Map(rows.hypertables.map((row) => [row.id, row]));
  const aggregateOf = new Map(rows.aggregates.map((row) => [row.hypertable, row]));
  return {
    catalogue,
    hypertables,
    dimensions: grouped(rows.dimensions, ({ hypertable }) => hypertable),
    aggregates: new Map(rows.aggregates.map((row) => [row.view, row])),
    aggregateOf,
    aggregateIndexes: rows.aggregateIndexes,
    jobs: rows.jobs,
    aside: rows.aside,
    relationOf(hypertable) {
      const oid = aggregateOf.get(hypertable)?.view ?? hypertables.get(hypertable)?.relation;
      const address = oid === undefined ? undefined : catalogue.addressOf('pg_class', oid);
      return oid === undefined || address === undefined ? undefined : { oid, address };
    },
  };
}

/** Scratch has its functions in `public`: what a query calls would read otherwise there, and never be the same. */
function elsewhere(schema: string): SyncError {
  return new SyncError({
    code: 'UNSUPPORTED',
    op: 'inspect',
    message: `the functions of TimescaleDB are in schema ${schema} of this database, and the driver manages it where they are in public`,
    hint: 'The server does not move them: make a database with CREATE EXTENSION timescaledb SCHEMA public, sync the schema to it, and copy the rows.',
    details: { extension: 'timescaledb', schema },
  });
}

/** A row as it comes, with lists as JSON. */
type Unread<R extends { readonly uses: unknown }> = Omit<R, 'uses'> & { readonly uses: string };

function withUses<R extends { readonly uses: unknown }>(row: Unread<R>): R {
  return { ...row, uses: JSON.parse(row.uses) } as unknown as R;
}

async function ask({ session }: Reading): Promise<Rows> {
  const query = <R>(text: string) => session.query<R>({ text });
  const [found] = await query<{ readonly schema: string }>(presentQuery);
  if (!found) return none;
  if (found.schema !== 'public') throw elsewhere(found.schema);
  const [hypertables, dimensions, aggregates, aggregateIndexes, jobs, aside] = await Promise.all([
    query<HypertableRow>(hypertablesQuery),
    query<DimensionRow>(dimensionsQuery),
    query<Unread<AggregateRow>>(aggregatesQuery),
    query<Unread<AggregateIndexRow>>(aggregateIndexesQuery),
    query<JobRow>(jobsQuery),
    query<AsideRow>(asideQuery),
  ]);
  return {
    hypertables,
    dimensions,
    aggregates: aggregates.map((row) => withUses<AggregateRow>(row)),
    aggregateIndexes: aggregateIndexes.map((row) => withUses<AggregateIndexRow>(row)),
    jobs,
    aside,
  };
}
