import type { Session } from '../contract/connection.js';
import type { Seed } from '../contract/document.js';
import type { Driver } from '../contract/driver.js';
import type { Batch, Hazard } from '../contract/step.js';
import type { Difference } from '../diff/difference.js';
import { SyncError } from '../errors.js';
import { partsOf } from '../model/address.js';
import { counted } from '../model/counted.js';
import { sealPlan } from './plan.js';
import type { Irreversible, Plan, PlannedSeed, SeedNames } from './plan-format.js';
import { columnsOf, RowQueries, rowChecks } from './row-queries.js';
import { relationsOf } from './seed-order.js';
import { tableKey, tableTitle } from './seed-table.js';

/** What a database lacks of a seed. */
export interface PendingSeed extends PlannedSeed {
  /** How many of the rows are not there at all; the others are there and differ. */
  readonly missing: number;
  /** How many of the rows that are there lose a value that they hold. */
  readonly overwritten: number;
}

/** Leaves of each seed what the database does not hold yet, or holds differently. Tables that are not there yet lack all of it. */
export async function pendingSeeds(
  seeds: readonly Seed[],
  session: Session,
  driver: Driver,
  difference: Pick<Difference, 'base' | 'goal' | 'moved' | 'renames'>,
): Promise<readonly PendingSeed[]> {
  if (seeds.length === 0) return [];
  seedWriter(driver);
  const namesBefore = seedNames(difference, driver);
  const pending: PendingSeed[] = [];
  for (const seed of seeds) {
    const before = namesBefore(seed);
    const all = before ? await new RowQueries(seed, before, driver).find(session) : seed.rows.map(() => null);
    const isWhole = columnsOf(seed).every((name) => before && Object.hasOwn(before.columns, name));
    const toWrite = seed.rows.flatMap((row, i) => {
      const found = all[i] ?? null;
      return isWhole && found && found.others === undefined ? [] : [{ row, found }];
    });
    if (toWrite.length === 0) continue;
    pending.push({
      ...seed,
      rows: toWrite.map(({ row }) => row),
      ...(before && { before }),
      found: toWrite.map(({ found }) => found),
      missing: toWrite.filter(({ found }) => !found).length,
      overwritten: toWrite.filter(({ found }) => found?.others !== undefined).length,
    });
  }
  return pending;
}

/** Finds what the table of a seed and its columns are called before a difference is made good. */
export function seedNames(
  { base, goal, moved, renames }: Parameters<typeof pendingSeeds>[3],
  driver: Driver,
): (seed: Seed) => SeedNames | undefined {
  const { fold } = driver.dialect;
  const [before, after] = [relationsOf(base, driver), relationsOf(goal, driver)];
  const origins = new Map(
    Array.from(before.values(), (origin) => [moved.get(origin.address) ?? origin.address, origin]),
  );
  return (seed) => {
    const wanted = after.get(tableKey(seed, driver.dialect));
    const origin = wanted && origins.get(wanted.address);
    if (!origin) return undefined;
    const { relation } = origin;
    const [schema] = partsOf(origin.address).parts.slice(0, -1);
    const columns = new Map(relation.columns.map(({ name }) => [fold(name), name]));
    const renamed = new Map(
      renames.flatMap((rename) =>
        rename.of === 'member' && rename.object === wanted.address ? [[rename.to, rename.from] as const] : [],
      ),
    );
    const named = columnsOf(seed).flatMap((name) => {
      const column = columns.get(renamed.get(fold(name)) ?? fold(name));
      return column === undefined ? [] : [[name, column] as const];
    });
    return { ...(schema !== undefined && { schema }), table: relation.name, columns: Object.fromEntries(named) };
  };
}

/** What the steps that write the rows of a table are known by, in place of a change. */
export function seedOf(table: string): string {
  return `seed ${table}`;
}

/** The steps that bring seeds about. */
export function seedSteps(
  seeds: readonly (Seed & Partial<Pick<PlannedSeed, 'before' | 'found'>>)[],
  driver: Driver,
  from: number,
): Batch['steps'] {
  const render = seedWriter(driver);
  return seeds.map((seed, i) => ({
    number: from + i + 1,
    change: seedOf(tableTitle(seed)),
    summary: `seed ${tableTitle(seed)}: ${counted(seed.rows.length, 'row')}`,
    sql: driver.findRows && seed.before ? render(seed, seed.found) : render(seed),
    hazards: [],
  }));
}

/** Steps that hold only for the rows that were there when they were made. What triggers write on the way is no reason to stop, so all checks come first. */
function checkedSteps(seeds: readonly PendingSeed[], driver: Driver, from: number): Batch['steps'] {
  const checks = seeds.filter(({ before }) => before).flatMap((seed) => rowChecks(seed, driver));
  return seedSteps(seeds, driver, from).map((step, i) => ({
    ...step,
    sql: i === 0 ? [...checks, ...step.sql] : step.sql,
    hazards: seeds.slice(i, i + 1).flatMap(overwriting),
  }));
}

function overwriting({ overwritten, ...seed }: PendingSeed): readonly Hazard[] {
  const table = tableTitle(seed);
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
  const planned = seeds.map(({ missing, overwritten, ...seed }): PlannedSeed => seed);
  return sealPlan({ ...content, up, irreversible: [...plan.irreversible, ...seeds.flatMap(staying)], seeds: planned });
}

/** What goes with its table needs no words. */
function staying({ rows, missing, before, ...seed }: PendingSeed): readonly Irreversible[] {
  const table = tableTitle(seed);
  if (!before) return [];
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
