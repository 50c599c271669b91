import type { Session } from '../contract/connection.js';
import type { Seed } from '../contract/document.js';
import type { Driver } from '../contract/driver.js';
import type { Statement } from '../contract/statement.js';
import type { Batch } from '../contract/step.js';
import { kindOf } from '../diff/kinds.js';
import { SyncError } from '../errors.js';
import { address } from '../model/address.js';
import type { Catalogue } from '../model/catalogue.js';
import type { Json } from '../model/json.js';
import { sealPlan } from './plan.js';
import type { Plan } from './plan-format.js';

type Row = Seed['rows'][number];

/** The most keys that one query asks for. */
const chunk = 100;

/** Leaves of each seed what the database does not hold yet, or holds differently. Tables that are not there yet lack all of it. */
export async function pendingSeeds(
  seeds: readonly Seed[],
  session: Session,
  driver: Driver,
  base: Catalogue,
): Promise<readonly Seed[]> {
  const pending: Seed[] = [];
  for (const seed of seeds) {
    const rows = canLookUp(seed, base, driver) ? await missingRows(seed, session, driver) : seed.rows;
    if (rows.length > 0) pending.push({ ...seed, rows });
  }
  return pending;
}

/** Rows can only be looked up in a table that is there with all of their columns. */
function canLookUp(seed: Seed, base: Catalogue, driver: Driver): boolean {
  const { fold } = driver.dialect;
  const table = base.get(address('table', fold(seed.table)));
  const relation = table && kindOf(driver, table.kind).relation?.(table);
  if (!relation) return false;
  const present = new Set(relation.columns.map(({ name }) => fold(name)));
  return columnsOf(seed, seed.rows).every((name) => present.has(fold(name)));
}

function columnsOf(seed: Seed, rows: readonly Row[]): readonly string[] {
  return [...new Set([...seed.key, ...rows.flatMap((row) => Object.keys(row))])];
}

async function missingRows(seed: Seed, session: Session, driver: Driver): Promise<readonly Row[]> {
  const missing: Row[] = [];
  for (let at = 0; at < seed.rows.length; at += chunk) {
    const rows = seed.rows.slice(at, at + chunk);
    const present = await session.query<Record<string, unknown>>(lookUp(seed, rows, driver));
    const known = new Map(present.map((row) => [keyOf(seed, row), row]));
    missing.push(...rows.filter((row) => !sameRow(row, known.get(keyOf(seed, row)))));
  }
  return missing;
}

function lookUp(seed: Seed, rows: readonly Row[], driver: Driver): Statement {
  const { quote, bookkeeping } = driver.dialect;
  let position = 0;
  const columns = columnsOf(seed, rows);
  const matches = rows.map(
    () => `(${seed.key.map((name) => `${quote(name)} = ${bookkeeping.placeholder(++position)}`).join(' AND ')})`,
  );
  return {
    text: `SELECT ${columns.map(quote).join(', ')} FROM ${quote(seed.table)} WHERE ${matches.join(' OR ')}`,
    params: rows.flatMap((row) => seed.key.map((name) => row[name] ?? null)),
  };
}

function keyOf(seed: Seed, row: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(seed.key.map((name) => String(row[name] ?? '')));
}

function sameRow(wanted: Row, present: Readonly<Record<string, unknown>> | undefined): boolean {
  if (!present) return false;
  return Object.entries(wanted).every(([name, value]) => sameValue(value, present[name]));
}

/** Documents write numbers and texts; a server may hand back either for the other. */
function sameValue(wanted: Json | undefined, present: unknown): boolean {
  if (wanted === null || wanted === undefined) return present === null || present === undefined;
  return present !== null && present !== undefined && String(present) === String(wanted);
}

/** Puts the seed rows after the steps of a plan. They are rows, not schema: the way down leaves them. */
export function withSeeds(plan: Plan, seeds: readonly Seed[], driver: Driver): Plan {
  if (seeds.length === 0) return plan;
  const render = driver.seed;
  if (!render) {
    throw new SyncError({
      code: 'CAPABILITY_MISSING',
      op: 'plan',
      message: `the ${driver.name} driver writes no seed rows`,
      hint: "Leave out --with seeds, and insert the rows with the engine's own client.",
    });
  }
  let number = plan.up.reduce((sum, batch) => sum + batch.steps.length, 0);
  const steps = seeds.map((seed) => ({
    number: ++number,
    change: `seed ${seed.table}`,
    summary: `seed ${seed.table}: ${seed.rows.length} ${seed.rows.length === 1 ? 'row' : 'rows'}`,
    sql: render(seed),
    hazards: [],
  }));
  // A batch of their own: rows must meet the constraints that the batch before may have switched off to build.
  const up: readonly Batch[] = [
    ...plan.up,
    { atomic: driver.capabilities.ddl === 'transactional', settings: {}, steps },
  ];
  const { id, ...content } = plan;
  return sealPlan({ ...content, up });
}
