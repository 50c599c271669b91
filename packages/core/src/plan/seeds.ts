import type { Session } from '../contract/connection.js';
import type { Seed } from '../contract/document.js';
import type { Driver } from '../contract/driver.js';
import type { Statement } from '../contract/statement.js';
import type { Batch } from '../contract/step.js';
import type { Difference } from '../diff/difference.js';
import { SyncError } from '../errors.js';
import { counted } from '../model/counted.js';
import { sealPlan } from './plan.js';
import type { Irreversible, Plan } from './plan-format.js';
import { relationsOf } from './seed-order.js';

type Row = Seed['rows'][number];

/** What a database lacks of a seed. */
export interface PendingSeed extends Seed {
  /** How many of the rows are not there at all; the others are there and differ. */
  readonly missing: number;
  /** Whether the table is there already. */
  readonly present: boolean;
}

/** Leaves of each seed what the database does not hold yet, or holds differently. Tables that are not there yet lack all of it. */
export async function pendingSeeds(
  seeds: readonly Seed[],
  session: Session,
  driver: Driver,
  { base, goal, moved }: Pick<Difference, 'base' | 'goal' | 'moved'>,
): Promise<readonly PendingSeed[]> {
  if (seeds.length === 0) return [];
  seedWriter(driver);
  const { fold } = driver.dialect;
  const [before, after] = [relationsOf(base, driver), relationsOf(goal, driver)];
  const origins = new Map(
    Array.from(before.values(), ({ address, relation }) => [moved.get(address) ?? address, relation]),
  );
  const pending: PendingSeed[] = [];
  for (const seed of seeds) {
    const wanted = after.get(fold(seed.table));
    const relation = wanted && origins.get(wanted.address);
    const columns = new Set(relation?.columns.map(({ name }) => fold(name)));
    const knows = (names: readonly string[]) => names.every((name) => columns.has(fold(name)));
    const lookUp = new RowQueries(seed, relation?.name ?? seed.table, driver);
    // Rows can only be looked up by columns that are there.
    const held = knows(columnsOf(seed)) ? await lookUp.positions(session, 'held') : new Set<number>();
    const rows = seed.rows.filter((_, i) => !held.has(i));
    if (rows.length === 0) continue;
    const there = relation && knows(seed.key) ? await lookUp.positions(session, 'keyed') : new Set<number>();
    const missing = seed.rows.filter((_, i) => !there.has(i)).length;
    pending.push({ ...seed, rows, missing, present: relation !== undefined });
  }
  return pending;
}

function columnsOf({ key, rows }: Seed): readonly string[] {
  return [...new Set([...key, ...rows.flatMap((row) => Object.keys(row))])];
}

/** The most rows, and the most values, that one query asks for. */
const most = { rows: 100, values: 10_000 };

/** Asks the server itself which rows are there: only it knows what it makes of `'1.0'` in a column of integers. */
class RowQueries {
  constructor(
    private readonly seed: Seed,
    /** The name that the table has before the plan. */
    private readonly table: string,
    private readonly driver: Driver,
  ) {}

  /** The positions of the rows that are there as they are written, or by their key alone. */
  async positions(session: Session, how: 'held' | 'keyed'): Promise<ReadonlySet<number>> {
    const { rows } = this.seed;
    const size = Math.max(1, Math.min(most.rows, Math.floor(most.values / columnsOf(this.seed).length)));
    const found = new Set<number>();
    for (let at = 0; at < rows.length; at += size) {
      const answer = await session.query<{ readonly position: unknown }>(
        this.query(rows.slice(at, at + size), at, how),
      );
      for (const { position } of answer) found.add(Number(position));
    }
    return found;
  }

  private query(rows: readonly Row[], from: number, how: 'held' | 'keyed'): Statement {
    const { quote, bookkeeping, identical = equals } = this.driver.dialect;
    const { table } = this;
    const { key } = this.seed;
    const params: Exclude<Row[string], undefined>[] = [];
    const bind = (value: Row[string]) => bookkeeping.placeholder(params.push(value ?? null));
    const matches = (row: Row) => {
      const values = how === 'keyed' ? [] : Object.keys(row).filter((name) => !key.includes(name));
      return [
        ...key.map((name) => equals(quote(name), bind(row[name] ?? null))),
        ...values.map((name) => {
          const value = row[name] ?? null;
          return value === null ? `${quote(name)} IS NULL` : identical(quote(name), bind(value));
        }),
      ].join(' AND ');
    };
    const parts = rows.map(
      (row, i) => `SELECT ${from + i} AS ${quote('position')} FROM ${quote(table)} WHERE ${matches(row)}`,
    );
    return { text: parts.join('\nUNION ALL '), params };
  }
}

function equals(column: string, value: string): string {
  return `${column} = ${value}`;
}

/** The steps that bring seeds about. */
export function seedSteps(seeds: readonly Seed[], driver: Driver, from: number): Batch['steps'] {
  const render = seedWriter(driver);
  return seeds.map((seed, i) => ({
    number: from + i + 1,
    change: `seed ${seed.table}`,
    summary: `seed ${seed.table}: ${counted(seed.rows.length, 'row')}`,
    sql: render(seed),
    hazards: [],
  }));
}

function seedWriter(driver: Driver): NonNullable<Driver['seed']> {
  if (driver.seed) return driver.seed;
  throw new SyncError({
    code: 'CAPABILITY_MISSING',
    op: 'plan',
    message: `the ${driver.name} driver writes no seed rows`,
    hint: "Leave out --with seeds, and insert the rows with the engine's own client.",
  });
}

/** The batch of seeds: of their own, since rows must meet the constraints that the batch before may have switched off to build. */
export function seedBatch(steps: Batch['steps'], driver: Driver): Batch {
  return { atomic: driver.capabilities.ddl === 'transactional', settings: {}, steps };
}

/** Puts the seed rows after the steps of a plan. They are rows, not schema: the way down leaves them, and says so. */
export function withSeeds(plan: Plan, seeds: readonly PendingSeed[], driver: Driver): Plan {
  if (seeds.length === 0) return plan;
  const steps = plan.up.reduce((sum, batch) => sum + batch.steps.length, 0);
  const up = [...plan.up, seedBatch(seedSteps(seeds, driver, steps), driver)];
  const { id, ...content } = plan;
  return sealPlan({ ...content, up, irreversible: [...plan.irreversible, ...seeds.flatMap(staying)] });
}

/** What goes with its table needs no words. */
function staying({ table, rows, missing, present }: PendingSeed): readonly Irreversible[] {
  if (!present) return [];
  const change = `seed ${table}`;
  const changed = rows.length - missing;
  return [
    ...(missing > 0
      ? [{ change, reason: `adds ${counted(missing, 'row')} to ${table}, which ${missing === 1 ? 'stays' : 'stay'}` }]
      : []),
    ...(changed > 0
      ? [{ change, reason: `changes ${counted(changed, 'row')} of ${table}, whose values before are not kept` }]
      : []),
  ];
}
