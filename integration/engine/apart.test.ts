import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine, type Driver, type ObjectKind, type RunEvent, type StepDraft } from '@sync/core';
import sqlite from '@sync/driver-sqlite';
import { describe, expect, test } from 'vitest';
import { execute, folder, rows, tenantIn } from './support.js';

const apart = (drafts: readonly StepDraft[]) =>
  drafts.flatMap((draft) => draft.sql.map((statement) => ({ ...draft, sql: [statement], apart: true as const })));

/** Alters what is to be changed online statement by statement, each of which commits by itself. */
function inSteps(kind: ObjectKind): ObjectKind {
  return {
    ...kind,
    render(change, context) {
      const drafts = kind.render(change, context);
      return 'impossible' in drafts || !context.isOnline(change.address) ? drafts : apart(drafts);
    },
  };
}

const driver = { ...sqlite, kinds: sqlite.kinds.map(inSteps) } as Driver;

async function start() {
  const directory = folder();
  const goal = join(directory, 'schema.sql');
  writeFileSync(goal, 'CREATE TABLE users (id INTEGER PRIMARY KEY, a TEXT, b TEXT); CREATE TABLE elsewhere (x, y);');
  const tenant = tenantIn(directory);
  await execute(tenant, 'CREATE TABLE users (id INTEGER PRIMARY KEY)', 'CREATE TABLE elsewhere (x, y)');
  return { tenant, goal, engine: createEngine({ driver }) };
}

describe('a change in several steps that commit by themselves', () => {
  test('is one batch where it need not be online', async () => {
    const { tenant, goal, engine } = await start();
    const plan = await engine.plan(tenant, goal);
    expect(plan.up).toHaveLength(1);
    expect((await engine.plan(tenant, goal, { online: 'always' })).up).toHaveLength(2);
  });

  test('comes to its end, and back', async () => {
    const { tenant, goal, engine } = await start();
    const { report } = await engine.sync(tenant, goal, { online: 'always' });
    expect(report).toMatchObject({ outcome: 'done', steps: { done: 2, total: 2 } });
    await engine.down(tenant, report?.run ?? '', { allow: 'all' });
    expect(await rows(tenant, "SELECT name FROM pragma_table_info('users')")).toEqual([{ name: 'id' }]);
  });

  test.each([
    ['stops in its middle where somebody else changes the same', 'ALTER TABLE users ADD COLUMN late', 'PARTIAL'],
    ['goes on where somebody else changes something else', 'CREATE INDEX i ON elsewhere (x)', 'VERIFY_FAILED'],
  ])('%s', async (_, statement, code) => {
    const { tenant, goal, engine } = await start();
    const plan = await engine.plan(tenant, goal, { online: 'always' });
    const file = join(tenant.target.directory, tenant.target.url.slice('sqlite:'.length));
    const onEvent = (event: RunEvent) => {
      if (event.type === 'batch' && event.number === 1) execFileSync('sqlite3', [file, statement]);
    };
    const run = engine.apply(tenant, plan, { allow: 'all', onEvent });
    await expect(run).rejects.toMatchObject({ code, details: { steps: { done: code === 'PARTIAL' ? 1 : 2 } } });
  });
});
