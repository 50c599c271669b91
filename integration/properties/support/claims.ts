import { type Hazard, hazardsOf, isSyncError, type Plan, type RenameHint, type SyncError } from '@sync/core';
import { expect } from 'vitest';
import { foldName } from './names.js';
import type { Pair } from './pair.js';
import type { Place, Places } from './place.js';
import { type Holding, type Holdings, readHoldings, staleIndexes } from './rows.js';

/** Plans, goes up, down and up again, and looks after each step whether the database is where it should be and holds what it held. */
export async function expectRoundTrip(bench: Places, pair: Pair): Promise<void> {
  const { engine } = bench;
  const target = await bench.database(pair.before, pair.rows);
  const goal = await bench.compile(pair.after);
  const base = await target.root();
  const held = await target.observe(readHoldings);
  const plan = await engine.plan(target.tenant, goal);
  if (plan.up.length === 0) {
    expect(base, 'an empty plan is for a database in the desired state').toBe(goal.catalogue.root);
    return;
  }
  expect(plan.proof, 'the plan is proven').toMatchObject({ up: true, down: true });
  if (!(await travel(target, plan, 'up', () => engine.apply(target.tenant, plan, { allow: 'all' })))) return;
  expect(await target.root(), 'up, the database is in the desired state').toBe(goal.catalogue.root);
  expect((await engine.plan(target.tenant, goal, { prove: false })).up, 'planning again finds nothing').toEqual([]);
  if (!(await travel(target, plan, 'down', () => engine.down(target.tenant, plan, { allow: 'all' })))) return;
  expect(await target.root(), 'down, the database is in its first state').toBe(base);
  expectKept(
    held,
    await target.observe(readHoldings),
    [...hazardsOf(plan.up), ...hazardsOf(plan.down)],
    'up and down',
    true,
  );
  if (!(await travel(target, plan, 'up', () => engine.apply(target.tenant, plan, { allow: 'all' })))) return;
  expect(await target.root(), 'up again, the database is in the desired state').toBe(goal.catalogue.root);
}

/** Goes one way of a plan. False where the rows do not allow it: then a hazard said so, and nothing is changed. */
async function travel(target: Place, plan: Plan, way: 'up' | 'down', go: () => Promise<unknown>): Promise<boolean> {
  const hazards = hazardsOf(plan[way]);
  const before = await target.observe(readHoldings);
  const [root, stale, damage] = [await target.root(), await target.rewrite(staleIndexes), await target.damage()];
  try {
    await go();
  } catch (thrown) {
    expectRefusal(thrown, hazards, way);
    expect(await target.root(), `refused ${way}, the schema is as it was`).toBe(root);
    expect(await target.observe(readHoldings), `refused ${way}, the rows are as they were`).toEqual(before);
    expect(await target.damage(), `refused ${way}, the database is as whole as it was`).toEqual(damage);
    return false;
  }
  // Foreign keys that lead nowhere are possible from the start: SQLite does not look at every row that it takes.
  expect((await target.damage()).length, `${way}, nothing is damaged that was not`).toBeLessThanOrEqual(damage.length);
  const staleNow = (await target.rewrite(staleIndexes)).filter((name) => !stale.includes(name));
  expect(staleNow, `${way}, full-text indexes fit their tables`).toEqual([]);
  expectKept(before, await target.observe(readHoldings), hazards, way);
  return true;
}

/** Hazards that say that the rows may stand in the way. */
const risky: ReadonlySet<string> = new Set([
  'adds-not-null',
  'adds-required-column',
  'adds-unique',
  'adds-check',
  'adds-foreign-key',
  'changes-primary-key',
  'enforces-types',
  'converts-values',
  'replaces-values',
]);

function expectRefusal(thrown: unknown, hazards: readonly Hazard[], way: string): void {
  if (!isSyncError(thrown)) throw thrown;
  const error: SyncError = thrown;
  const foreseen = hazards.map((hazard) => hazard.code).filter((code) => risky.has(code));
  const refused = error.code === 'STATEMENT_FAILED' || error.code === 'CHECK_FAILED';
  if (refused && foreseen.length > 0) return;
  throw new Error(
    `going ${way} failed unforeseen (hazards: ${foreseen.join() || 'none'}): ${error.code} ${error.message}`,
    { cause: error },
  );
}

/**
 * Every row and every value that both sides can hold is still there, unless a hazard named it. A number may become its text and back without a hazard, so
 * only a way there and back is looked at exactly.
 */
export function expectKept(
  before: Holdings,
  after: Holdings,
  hazards: readonly Hazard[],
  way: string,
  exact = false,
): void {
  const named = (code: string, what: string) =>
    hazards.some((hazard) => hazard.code === code && hazard.message.toLowerCase().includes(what.toLowerCase()));
  for (const [key, old] of before) {
    const now = after.get(key);
    if (named('drops-table', old.name) || named('drops-virtual-table', old.name)) continue;
    if (!now) throw new Error(`${way}: table ${old.name} is gone and no hazard said so`);
    expect(now.rows.length, `${way}: the number of rows in ${old.name}`).toBe(old.rows.length);
    const losses = ['converts-values', 'replaces-values', 'fills-nulls', ...(exact ? ['drops-column'] : [])];
    const changed = (column: string) => losses.some((code) => named(code, `${old.name}.${column}`));
    for (const column of old.columns) {
      const gone = !now.columns.includes(column);
      if (gone && !old.computed.has(column) && !named('drops-column', `${old.name}.${column}`))
        throw new Error(`${way}: column ${old.name}.${column} is gone and no hazard said so`);
    }
    const kept = old.columns.filter(
      (column) =>
        now.columns.includes(column) && !old.computed.has(column) && !now.computed.has(column) && !changed(column),
    );
    const shown = exact ? project : projectLoosely;
    expect(shown(now, kept), `${way}: the values of ${old.name} in ${kept.join(', ')}`).toEqual(shown(old, kept));
  }
}

function project({ rows }: Holding, columns: readonly string[]): readonly string[] {
  return rows.map((row) => columns.map((column) => row[foldName(column)]).join(' | ')).sort();
}

function projectLoosely(holding: Holding, columns: readonly string[]): readonly string[] {
  const rows = holding.rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([column, value]) => [
        column,
        value.replace(/^'(-?[0-9][0-9.e+]*)'$/, '$1').replace(/\.0$/, ''),
      ]),
    ),
  );
  return project({ ...holding, rows }, columns);
}

/** What is held, under the names that it is to have after these renames. */
export function renamedHoldings(held: Holdings, hints: readonly RenameHint[]): Holdings {
  const tables = new Map(
    hints.flatMap(({ from, to }) => (from.length === 1 ? [[foldName(from[0] ?? ''), to[0] ?? '']] : [])),
  );
  return new Map(
    Array.from(held, ([key, holding]) => {
      const name = tables.get(key) ?? holding.name;
      const columns = new Map(
        hints.flatMap(({ from, to }) =>
          from.length === 2 && foldName(from[0] ?? '') === foldName(name)
            ? [[foldName(from[1] ?? ''), foldName(to[1] ?? '')]]
            : [],
        ),
      );
      const renamed = (column: string) => columns.get(column) ?? column;
      return [
        foldName(name),
        {
          name,
          columns: holding.columns.map(renamed),
          computed: new Set([...holding.computed].map(renamed)),
          rows: holding.rows.map((row) =>
            Object.fromEntries(Object.entries(row).map(([column, value]) => [renamed(column), value])),
          ),
        },
      ];
    }),
  );
}
