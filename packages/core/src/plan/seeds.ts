import type { Session } from '../contract/connection.js';
import type { Seed } from '../contract/document.js';
import type { Driver } from '../contract/driver.js';
import type { Statement } from '../contract/statement.js';
import type { Batch, Hazard } from '../contract/step.js';
import type { Difference } from '../diff/difference.js';
import { SyncError } from '../errors.js';
import { counted } from '../model/counted.js';
import { sealPlan } from './plan.js';
import type { Irreversible, Plan } from './plan-format.js';
import { columnsOf, RowQueries, rowChecks } from './row-queries.js';
import { relationsOf } from './seed-order.js';

/** What a database lacks of a seed. */
export interface PendingSeed extends Seed {
  /** How many of the rows are not there at all; the others are there and differ. */
  readonly missing: number;
  /** The rows that are there and differ. */
  readonly changed: Seed['rows'];
  /** How many of these lose a value that they hold. */
  readonly overwritten: number;
  /** Whether the table is there already. */
  readonly present: boolean;
}

/** Leaves of each seed what the database does not hold yet, or holds differently. Tables that are not there yet lack all of it. */
export async function pendingSeeds(
  seeds: readonly Seed[],
  session: Session,
  driver: Driver,
  { base, goal, moved, renames }: Pick<Difference, 'base' | 'goal' | 'moved' | 'renames'>,
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
    const columns = new Map(relation?.columns.map(({ name }) => [fold(name), name]));
    const renamed = new Map(
      renames.flatMap((rename) =>
        rename.of === 'member' && rename.object === wanted?.address ? [[rename.to, rename.from] as const] : [],
      ),
    );
    const column = (name: string) => columns.get(renamed.get(fold(name)) ?? fold(name));
    const knows = (names: readonly string[]) => names.every((name) => column(name) !== undefined);
    const lookUp = new RowQueries(seed, { table: relation?.name ?? seed.table, column }, driver);
    // Rows can only be looked up by columns that are there.
    const held = knows(seed.key) ? await lookUp.positions(session, 'held') : new Set<number>();
    const whole = knows(columnsOf(seed));
    const toWrite = seed.rows.flatMap((row, i) => (whole && held.has(i) ? [] : [{ row, i }]));
    if (toWrite.length === 0) continue;
    const there = knows(seed.key) ? await lookUp.positions(session, 'keyed') : new Set<number>();
    const differing = toWrite.filter(({ i }) => there.has(i));
    pending.push({
      ...seed,
      rows: toWrite.map(({ row }) => row),
      missing: toWrite.length - differing.length,
      changed: differing.map(({ row }) => row),
      overwritten: differing.filter(({ i }) => !held.has(i)).length,
      present: relation !== undefined,
    });
  }
  return pending;
}

/** What the steps that write the rows of a table are known by, in place of a change. */
export function seedOf(table: string): string {
  return `seed ${table}`;
}

/** The steps that bring seeds about. */
export function seedSteps(seeds: readonly Seed[], driver: Driver, from: number): Batch['steps'] {
  const render = seedWriter(driver);
  return seeds.map((seed, i) => ({
    number: from + i + 1,
    change: seedOf(seed.table),
    summary: `seed ${seed.table}: ${counted(seed.rows.length, 'row')}`,
    sql: render(seed),
    hazards: [],
  }));
}

/** Steps that hold only for the rows that were there when they were made. What triggers write on the way is no reason to stop, so all checks come first. */
function checkedSteps(seeds: readonly PendingSeed[], driver: Driver, from: number): Batch['steps'] {
  const checks = seeds.filter(({ present }) => present).flatMap((seed) => checksOf(seed, driver));
  return seedSteps(seeds, driver, from).map((step, i) => ({
    ...step,
    sql: i === 0 ? [...checks, ...step.sql] : step.sql,
    hazards: seeds.slice(i, i + 1).flatMap(overwriting),
  }));
}

function checksOf(seed: PendingSeed, driver: Driver): readonly Statement[] {
  const changed = new Set(seed.changed);
  const added = seed.rows.filter((row) => !changed.has(row));
  return rowChecks(seed, { added, changed: seed.changed }, driver);
}

function overwriting({ table, overwritten }: PendingSeed): readonly Hazard[] {
  if (overwritten === 0) return [];
  return [
    {
      class: 'data-loss',
      code: 'overwrites-rows',
      message: `${counted(overwritten, 'row')} of ${table} ${overwritten === 1 ? 'gets' : 'get'} the values of the seed in place of their own`,
      hint: 'Take rows out of the seed that are not to be changed, or write into it what they hold.',
      reversible: false,
    },
  ];
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
  return { atomic: driver.capabilities.ddl === 'transactional', settings: {}, steps, seeds: true };
}

/** Puts the seed rows after the steps of a plan. They are rows, not schema: the way down leaves them, and says so. */
export function withSeeds(plan: Plan, seeds: readonly PendingSeed[], driver: Driver): Plan {
  if (seeds.length === 0) return plan;
  const steps = plan.up.reduce((sum, batch) => sum + batch.steps.length, 0);
  const up = [...plan.up, seedBatch(checkedSteps(seeds, driver, steps), driver)];
  const { id, ...content } = plan;
  return sealPlan({ ...content, up, irreversible: [...plan.irreversible, ...seeds.flatMap(staying)] });
}

/** What goes with its table needs no words. */
function staying({ table, rows, missing, present }: PendingSeed): readonly Irreversible[] {
  if (!present) return [];
  const change = seedOf(table);
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
