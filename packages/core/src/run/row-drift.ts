import type { Session } from '../contract/connection.js';
import type { Driver } from '../contract/driver.js';
import type { Catalogue } from '../model/catalogue.js';
import { canonicalJson, type Json } from '../model/json.js';
import type { Plan, PlannedSeed } from '../plan/plan-format.js';
import { RowQueries } from '../plan/row-queries.js';
import { pendingSeeds } from '../plan/seeds.js';

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

/** The rows that are not as the plan writes them, in a database whose schema is as the plan leaves it. */
export async function driftFromGoal(
  { seeds = [] }: Plan,
  session: Session,
  driver: Driver,
  catalogue: Catalogue,
): Promise<readonly RowDrift[]> {
  const still = { base: catalogue, goal: catalogue, moved: new Map(), renames: [] };
  const pending = await pendingSeeds(seeds, session, driver, still);
  return pending.flatMap((seed) => {
    const which = (is: (found: Found) => boolean) => seed.rows.filter((_, i) => is(seed.found[i] ?? null));
    return [
      ...drifted(
        seed,
        'removed',
        which((found) => !found),
      ),
      ...drifted(
        seed,
        'changed',
        which((found) => found !== null),
      ),
    ];
  });
}

function isSame(one: Found, other: Found): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

function drifted({ table, key }: PlannedSeed, how: RowDrift['how'], rows: readonly Row[]): readonly RowDrift[] {
  if (rows.length === 0) return [];
  return [{ table, how, keys: rows.map((row) => Object.fromEntries(key.map((name) => [name, row[name] ?? null]))) }];
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
