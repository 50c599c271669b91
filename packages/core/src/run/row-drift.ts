import type { Session } from '../contract/connection.js';
import type { Seed } from '../contract/document.js';
import type { Driver } from '../contract/driver.js';
import { SyncError } from '../errors.js';
import type { Catalogue } from '../model/catalogue.js';
import { canonicalJson, type Json } from '../model/json.js';
import type { Plan, PlannedSeed } from '../plan/plan-format.js';
import { RowQueries } from '../plan/row-queries.js';
import { tableKey, tableTitle } from '../plan/seed-table.js';
import { seedNames } from '../plan/seeds.js';
import type { RunRecord } from './journal-format.js';

type Row = PlannedSeed['rows'][number];
type Found = PlannedSeed['found'][number];

/** Seed rows of one table that are not as a plan expects them, by their keys. */
export interface RowDrift {
  readonly table: string;
  readonly how: 'added' | 'removed' | 'changed';
  readonly keys: readonly Readonly<Record<string, Json>>[];
}

/** The rows that are not as they were when the plan was made, in a database whose schema is. */
export async function driftFromStart(
  { seeds = [] }: Plan,
  session: Session,
  driver: Driver,
): Promise<readonly RowDrift[]> {
  const drift: RowDrift[] = [];
  for (const seed of seeds) {
    if (!seed.before) continue;
    const now = await new RowQueries(seed, seed.before, driver).find(session);
    const which = (is: (then: Found, now: Found) => boolean) =>
      seed.rows.filter((_, i) => is(seed.found[i] ?? null, now[i] ?? null));
    drift.push(
      ...drifted(
        seed,
        'added',
        which((then, found) => !then && found !== null),
      ),
      ...drifted(
        seed,
        'removed',
        which((then, found) => then !== null && !found),
      ),
      ...drifted(
        seed,
        'changed',
        which((then, found) => then !== null && found !== null && !isSame(then, found)),
      ),
    );
  }
  return drift;
}

/**
 * The rows that are not as the plan left them, as far as their tables and columns are still there. What later plans wrote to, too, is theirs.
 */
export async function driftFromGoal(
  { seeds = [] }: Plan,
  session: Session,
  driver: Driver,
  catalogue: Catalogue,
  later: readonly Plan[] = [],
): Promise<readonly RowDrift[]> {
  const namesOf = seedNames({ base: catalogue, goal: catalogue, moved: new Map(), renames: [] }, driver);
  const theirs = new Set(later.flatMap((plan) => (plan.seeds ?? []).flatMap((seed) => identities(seed, driver))));
  const drift: RowDrift[] = [];
  for (const seed of seeds) {
    const names = namesOf(seed);
    if (!names || !seed.key.every((name) => Object.hasOwn(names.columns, name))) continue;
    const now = await new RowQueries(seed, names, driver).find(session);
    const own = identities(seed, driver).map((identity) => !theirs.has(identity));
    const which = (is: (now: Found) => boolean) => seed.rows.filter((_, i) => own[i] && is(now[i] ?? null));
    drift.push(
      ...drifted(
        seed,
        'removed',
        which((found) => !found),
      ),
      ...drifted(
        seed,
        'changed',
        which((found) => found?.others !== undefined),
      ),
    );
  }
  return drift;
}

/** The rows that are neither as they were when the plan was made nor as it leaves them, in a database in which a run of it was stopped. */
export async function driftOnTheWay(
  { seeds = [] }: Plan,
  session: Session,
  driver: Driver,
  catalogue: Catalogue,
): Promise<readonly RowDrift[]> {
  const namesOf = seedNames({ base: catalogue, goal: catalogue, moved: new Map(), renames: [] }, driver);
  const drift: RowDrift[] = [];
  for (const seed of seeds) {
    const then = seed.before;
    const now = namesOf(seed);
    // Under the names that it has now, though of the columns of before alone: what the plan adds says nothing of who wrote.
    const columns = Object.entries(now?.columns ?? {}).filter(([name]) => !then || Object.hasOwn(then.columns, name));
    const names = now && { ...now, columns: { ...then?.columns, ...Object.fromEntries(columns) } };
    if (!names) continue;
    const found = await new RowQueries(seed, names, driver).find(session);
    const isAsWas = (row: Found, i: number) =>
      row === null || seed.found[i] == null ? row === (seed.found[i] ?? null) : isSame(seed.found[i], row);
    const isAstray = (row: Found, i: number) => !isAsWas(row, i) && !(row && row.others === undefined);
    const which = (is: (row: Found) => boolean) =>
      seed.rows.filter((_, i) => isAstray(found[i] ?? null, i) && is(found[i] ?? null));
    const gone = which((row) => row === null);
    const changed = which((row) => row !== null);
    drift.push(...drifted(seed, 'removed', gone), ...drifted(seed, 'changed', changed));
  }
  return drift;
}

/** What the rows of a seed are known by among those of other seeds. */
function identities({ key, rows, ...seed }: Seed, { dialect }: Driver): readonly string[] {
  return rows.map((row) =>
    canonicalJson([tableKey(seed, dialect), key.map((name) => [dialect.fold(name), row[name] ?? null])]),
  );
}

/** The schema is as runs of plans left it, and the rows that a run wrote are not. */
export function rowsAstray({ run }: RunRecord, drift: readonly RowDrift[]): SyncError {
  return new SyncError({
    code: 'BASE_MISMATCH',
    op: 'apply',
    message: `run ${run.slice(0, 8)} applied this plan already, and the rows that it wrote do not stand any more:${rowDriftText(drift)}`,
    hint: 'Something changed them since. To go on from what is there, plan again; nothing was touched.',
    details: { run, rows: drift },
  });
}

function isSame(one: Found, other: Found): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

function drifted({ key, ...seed }: PlannedSeed, how: RowDrift['how'], rows: readonly Row[]): readonly RowDrift[] {
  if (rows.length === 0) return [];
  return [
    {
      table: tableTitle(seed),
      how,
      keys: rows.map((row) => Object.fromEntries(key.map((name) => [name, row[name] ?? null]))),
    },
  ];
}

const shownAtMost = 5;
const said = { added: 'were added', removed: 'are gone', changed: 'were changed' } as const;

/** What became of rows, a line for each table and each way to differ: `rows of "roles" were changed: id 1; id 7`. */
export function rowDriftText(drift: readonly RowDrift[]): string {
  const lines = drift.map(({ table, how, keys }) => {
    const named = keys.slice(0, shownAtMost).map(keyText).join('; ');
    const more = keys.length > shownAtMost ? ` and ${keys.length - shownAtMost} more` : '';
    return `\n  rows of ${JSON.stringify(table)} ${said[how]}: ${named}${more}`;
  });
  return lines.join('');
}

function keyText(key: RowDrift['keys'][number]): string {
  return Object.entries(key)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(', ');
}
