import { hazardsOf, isSyncError } from '@sync/core';
import type Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Bench } from './support/bench.js';
import { hintsBetween } from './support/hints.js';
import { tablesOf } from './support/model.js';
import { foldName } from './support/names.js';
import { anyPair, describePair, type Pair, renamedPair } from './support/pair.js';
import { printSchema } from './support/print.js';
import { check, scaled, timeout } from './support/runs.js';

/** A pair, and for each index, view and trigger of the first schema whether it is somebody else's. */
const shared = fc.record({
  pair: fc.oneof(anyPair, renamedPair),
  choices: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
});

describe('what is left alone', () => {
  it('is there after a sync and as it was after the way down, unless the plan says so', { timeout }, () =>
    check(
      shared,
      scaled(80),
      ({ pair, choices }) => `${describePair(pair)}\n-- excluded: ${excludedOf(pair, choices).join(', ')}`,
      async ({ pair, choices }) => {
        const exclude = excludedOf(pair, choices);
        if (exclude.length === 0 || namesRow(pair)) return;
        using bench = new Bench();
        const target = bench.database(pair.before);
        const goal = await bench.compile(pair.after);
        const renames = hintsBetween(pair.before, pair.after);
        const plan = await bench.engine.plan(target.tenant, goal, { exclude, renames }).catch(refused);
        if (!plan || plan.up.length === 0) return;
        const before = target.observe((database) => othersIn(database, exclude));
        const dropped = hazardsOf(plan.up).filter((hazard) => hazard.code === 'drops-left-alone');
        await bench.engine.apply(target.tenant, plan, { exclude, allow: 'all' });
        const missing = [...before.keys()].filter(
          (name) => !target.observe((database) => othersIn(database, exclude)).has(name),
        );
        expect(missing.length, missing.join(', ')).toBe(dropped.length);
        await bench.engine.down(target.tenant, plan, { exclude, allow: 'all' });
        expect([...target.observe((database) => othersIn(database, exclude)).values()]).toEqual([...before.values()]);
        expect(target.damage()).toEqual([]);
      },
    ),
  );
});

/** Names of indexes, views and triggers. One that the second schema gives to another relation would make the rest of it mean something else. */
function excludedOf({ before, after }: Pair, choices: readonly boolean[]): readonly string[] {
  const [old, next] = [before, after].map((schema) => {
    const statements = printSchema(schema);
    return new Map(
      schema.things.flatMap((thing, i) =>
        thing.is === 'index' || thing.is === 'trigger' ? [] : [[foldName(thing.name), statements[i]] as const],
      ),
    );
  });
  const isAnother = (name: string) => next?.has(name) && old?.get(name) !== next.get(name);
  const tables = new Set(tablesOf(before).map(({ name }) => foldName(name)));
  return before.things
    .filter(({ is }) => is === 'index' || is === 'view' || is === 'trigger')
    .filter(({ name }) => !tables.has(foldName(name)) && !isAnother(foldName(name)))
    .filter((_, i) => choices[i % choices.length])
    .map(({ name }) => name);
}

/** A rename from or to one of these makes SQLite take `NEW.x` in a trigger for the table. */
function namesRow({ before, after }: Pair): boolean {
  return [before, after].flatMap(tablesOf).some(({ name }) => ['new', 'old'].includes(foldName(name)));
}

/** What lies on, by type and name. */
function othersIn(database: Database.Database, names: readonly string[]): ReadonlyMap<string, object> {
  const rows = database
    .prepare("SELECT type, name, tbl_name FROM sqlite_master WHERE type <> 'table' AND sql IS NOT NULL ORDER BY 1, 2")
    .all() as readonly { readonly type: string; readonly name: string }[];
  const excluded = new Set(names);
  return new Map(rows.flatMap((row) => (excluded.has(row.name) ? [[`${row.type} ${row.name}`, row] as const] : [])));
}

/** A plan that cannot be made without harm is refused by name, before anything runs; so is the rename of what shares its name with something excluded. */
function refused(thrown: unknown): undefined {
  if (isSyncError(thrown) && ['PLAN_IMPOSSIBLE', 'RENAME_INVALID'].includes(thrown.code)) return undefined;
  throw thrown;
}
