import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine, type Engine, hazardsOf, isSyncError, type Plan } from '@sync/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { common, readHoldings } from '../mysql/holdings.js';
import { runIn } from '../mysql/run-in.js';
import { family } from '../mysql/servers.js';
import { freshMysqlDatabase } from '../servers/fresh-mysql-database.js';
import { bring, realMysqlSchemas } from './bring.js';
import { Chance } from './chance.js';
import { built, inFolder, tenantAt } from './mysql/built.js';
import { dropBroken } from './mysql/drop-broken.js';
import { editSomewhere } from './mysql/edits.js';
import { fillRows } from './mysql/fill.js';

const isLong = process.env.TEST_LONG === '1';
const edits = Number(process.env.REAL_EDITS ?? (isLong ? 20 : 2));
/** The larger ones take minutes. */
const names = isLong ? realMysqlSchemas : realMysqlSchemas.slice(0, 3);
const seed = Number(process.env.PROPERTY_SEED);
const timeout = isLong ? 1_800_000 : 180_000;
/** Trying a plan in scratch as well takes three times as long. */
const prove = isLong;

describe.each(family)('$name', (server) => {
  if (server.url === '') {
    test.skip(`absent: ${server.name}`, () => {});
    return;
  }
  const engine = createEngine({ driver: server.driver });
  const rootOf = async (url: string) => (await engine.inspect(tenantAt(url, '/'))).catalogue.root;

  describe.each(names)('the schema of %s', (name) => {
    let found: Awaited<ReturnType<typeof bring>> | undefined;
    beforeAll(async () => {
      found = await bring(name);
    }, timeout);

    test('printed as SQL it builds its equal, from nothing and back to nothing', { timeout }, async ({ skip }) => {
      if (!found || 'absent' in found) return skip('absent: its package cannot be fetched');
      await using original = await built(server, found.statements);
      await inFolder(async (directory) => {
        const inspection = await engine.inspect(tenantAt(original.url, directory));
        expect(inspection.unmanaged).toEqual([]);
        const connection = (url: string) => ({ url, directory });
        const compiled = await engine.compile(original.url, { directory, connection });
        const statements = engine.creation(compiled).flatMap((part) => part.statements);
        const goal = join(directory, 'printed.sql');
        await writeFile(goal, `DELIMITER //\n${statements.map((text) => `${text}\n//\n`).join('')}`);
        await using target = await freshMysqlDatabase(server.url, server.scheme);
        const tenant = tenantAt(target.url, directory);
        const empty = await rootOf(target.url);
        const { report } = await engine.sync(tenant, goal, { prove, allow: 'all' });
        expect(await rootOf(target.url), 'built from what was printed').toBe(inspection.catalogue.root);
        expect((await engine.validate(tenant, goal)).difference.changes).toEqual([]);
        await engine.down(tenant, report?.run ?? '', { allow: 'all' });
        expect(await rootOf(target.url), 'and taken back').toBe(empty);
      });
    });

    test(`${edits} edits by chance, one upon the other, are applied and taken back, and rows stay`, {
      timeout,
    }, async ({ skip }) => {
      if (!found || 'absent' in found) return skip('absent: its package cannot be fetched');
      await using target = await built(server, found.statements);
      await using wanted = await built(server, found.statements);
      await fillRows(target.url);
      const chance = new Chance(seed);
      for (let number = 1; number <= edits; number++) {
        const edit = await editSomewhere(wanted.url, chance, number);
        const played = dropBroken(engine, target.url, wanted.url).then(() =>
          expectThereAndBack(engine, target.url, wanted.url),
        );
        await played.catch((cause: unknown) => {
          const why = cause instanceof Error ? cause.message : String(cause);
          throw new Error(`PROPERTY_SEED=${seed}, edit ${number} of ${name}: ${edit}\n${why}`, { cause });
        });
      }
    });
  });
});

/** Up, back, and up again, where the next edit begins. */
async function expectThereAndBack(engine: Engine, target: string, wanted: string): Promise<void> {
  const directory = tmpdir();
  const tenant = tenantAt(target, directory);
  const connection = (url: string) => ({ url, directory });
  const rootOf = async (url: string) => (await engine.inspect(tenantAt(url, '/'))).catalogue.root;
  const [base, goal, before] = [await rootOf(target), await rootOf(wanted), await readHoldings(target)];
  const plan = await engine.plan(tenant, wanted, { connection, prove });
  if (prove && plan.up.length > 0) expect(plan.proof).toMatchObject({ up: true, down: true });
  if (!(await applied(engine, target, plan))) return empty(engine, target, wanted);
  expect(await rootOf(target), 'up').toBe(goal);
  const up = await readHoldings(target);
  expect(common(up, before), 'rows, up').toEqual(common(before, up));
  if (plan.up.length === 0) return;
  await engine.down(tenant, plan, { allow: 'all' });
  expect(await rootOf(target), 'down').toBe(base);
  const down = await readHoldings(target);
  const stayed = new Map([...before].filter(([column]) => up.has(column)));
  expect(common(down, stayed), 'rows, down').toEqual(stayed);
  await engine.sync(tenant, wanted, { connection, prove: false, allow: 'all' });
  expect(await rootOf(target), 'up again').toBe(goal);
}

/** False where rows stand in the way, which is said of them before. */
async function applied(engine: Engine, url: string, plan: Plan): Promise<boolean> {
  try {
    await engine.apply(tenantAt(url, tmpdir()), plan, { allow: 'all' });
    return true;
  } catch (error) {
    const isForeseen = hazardsOf(plan.up).length > 0;
    if (isForeseen && isSyncError(error) && ['CHECK_FAILED', 'PARTIAL'].includes(error.code)) return false;
    throw error;
  }
}

/** Goes on without the rows that were in the way. */
async function empty(engine: Engine, url: string, wanted: string): Promise<void> {
  const tables = await runIn(
    url,
    `SELECT table_name AS 'name' FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' AND table_name NOT LIKE '\\_schema\\_sync%'`,
  );
  const deletes = tables.map(({ name }) => `DELETE FROM \`${name}\`;`).join('\n');
  await runIn(url, `SET foreign_key_checks = 0;\n${deletes}`);
  const directory = tmpdir();
  const connection = (source: string) => ({ url: source, directory });
  await engine.sync(tenantAt(url, directory), wanted, { connection, prove: false, allow: 'all' });
  await fillRows(url);
}
