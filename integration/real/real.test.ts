import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine, hazardsOf, isSyncError, type Plan, type TenantContext, tenantContext } from '@sync/core';
import driver from '@sync/driver-postgres';
import pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { administer, type FreshDatabase, freshDatabase } from '../servers/fresh-database.js';
import { realServer } from '../servers/real-server.js';
import { bring, realSchemas } from './bring.js';
import { Chance } from './chance.js';
import { editSomewhere } from './edits.js';
import { common, fillRows, readHoldings } from './rows.js';

const isLong = process.env.TEST_LONG === '1';
const servers = (isLong ? ['postgres-13', 'postgres-18'] : ['postgres-18']).map((name) => ({
  name,
  ...realServer(name),
}));
const edits = Number(process.env.REAL_EDITS ?? (isLong ? 20 : 2));
const seed = Number(process.env.PROPERTY_SEED);
const timeout = isLong ? 1_800_000 : 60_000 + edits * 60_000;
const engine = createEngine({ driver });

const tenantAt = (url: string, directory: string): TenantContext =>
  tenantContext({ id: 'default', target: { url, directory } });
const all = { schemas: 'all' } as const;
/** Trying a plan in scratch as well takes three times as long. */
const prove = isLong;

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function inFolder<T>(work: (directory: string) => Promise<T>): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), 'real-'));
  try {
    return await work(directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

const rootOf = async (url: string) => (await engine.inspect(tenantAt(url, '/'), all)).catalogue.root;

/** A database equal to another, with its rows. */
async function copyOf(server: string, url: string): Promise<FreshDatabase> {
  const copy = await freshDatabase(server);
  const name = (of: string) => new URL(of).pathname.slice(1);
  await administer(
    server,
    `DROP DATABASE ${name(copy.url)}`,
    `CREATE DATABASE ${name(copy.url)} TEMPLATE ${name(url)}`,
  );
  return copy;
}

describe.each(servers)('$name', (server) => {
  if ('absent' in server) {
    test.skip(`absent: ${server.absent}`, () => {});
    return;
  }

  describe.each(realSchemas)('the schema of %s', (name) => {
    let found: Awaited<ReturnType<typeof bring>> | undefined;
    beforeAll(async () => {
      found = await bring(name);
    }, timeout);

    const { url } = server;

    /** The schema as its own statements make it; undefined where the package is not to be had. */
    async function built(): Promise<FreshDatabase | undefined> {
      if (!found || 'absent' in found) return undefined;
      const made = await freshDatabase(url);
      await administer(made.url, ...found.statements);
      return made;
    }

    test('printed as SQL it builds its equal, from nothing and back to nothing', { timeout }, async ({ skip }) => {
      await using original = await built();
      if (!original) return skip('absent: its package cannot be fetched');
      await inFolder(async (directory) => {
        const inspection = await engine.inspect(tenantAt(original.url, directory), all);
        expect(inspection.unmanaged).toEqual([]);
        const compiled = await engine.compile(original.url, {
          directory,
          ...all,
          connection: (source) => ({ url: source, directory }),
        });
        const statements = engine.creation(compiled).flatMap((part) => part.statements);
        await writeFile(join(directory, 'printed.sql'), statements.map((text) => `${text};\n`).join('\n'));
        await using target = await freshDatabase(url);
        const tenant = tenantAt(target.url, directory);
        const empty = await rootOf(target.url);
        const goal = join(directory, 'printed.sql');
        const { report } = await engine.sync(tenant, goal, { ...all, prove, allow: 'all' });
        expect(await rootOf(target.url), 'built from what was printed').toBe(inspection.catalogue.root);
        expect((await engine.validate(tenant, goal, all)).difference.changes).toEqual([]);
        await engine.down(tenant, report?.run ?? '', { ...all, allow: 'all' });
        expect(await rootOf(target.url), 'and taken back').toBe(empty);
        await writeFile(join(directory, 'nothing.sql'), '-- @empty\n');
        const nothing = join(directory, 'nothing.sql');
        const { report: emptied } = await engine.sync(tenantAt(original.url, directory), nothing, {
          ...all,
          prove,
          allow: 'all',
        });
        expect(await rootOf(original.url), 'emptied').toBe(empty);
        await engine.down(tenantAt(original.url, directory), emptied?.run ?? '', { ...all, allow: 'all' });
        expect(await rootOf(original.url), 'and made again').toBe(inspection.catalogue.root);
      });
    });

    test(`${edits} edits by chance are applied and taken back, and rows stay`, { timeout }, async ({ skip }) => {
      await using original = await built();
      if (!original) return skip('absent: its package cannot be fetched');
      await connected(original.url, fillRows);
      const base = await rootOf(original.url);
      const chance = new Chance(seed);
      const failures: string[] = [];
      for (let number = 1; number <= edits; number++) {
        await using target = await copyOf(url, original.url);
        await using wanted = await copyOf(url, original.url);
        const edit = await connected(wanted.url, (client) => editSomewhere(client, chance, number));
        const told = `PROPERTY_SEED=${seed}, edit ${number} of ${name}: ${edit}`;
        await expectThereAndBack(target.url, wanted.url, base).catch((error: unknown) =>
          failures.push(`${told}\n${error instanceof Error ? error.message : String(error)}`),
        );
      }
      expect(failures).toEqual([]);
    });
  });
});

async function expectThereAndBack(target: string, wanted: string, base: string): Promise<void> {
  const directory = tmpdir();
  const tenant = tenantAt(target, directory);
  const connection = (url: string) => ({ url, directory });
  const [before, desired] = [await connected(target, readHoldings), await connected(wanted, readHoldings)];
  const stays = common(before, desired);
  const plan = await engine.plan(tenant, wanted, { ...all, connection, prove });
  expect(plan.up.length, 'an edit is seen').toBeGreaterThan(0);
  if (prove) expect(plan.proof).toMatchObject({ up: true, down: true });
  await engine.apply(tenant, plan, { ...all, allow: 'all' });
  expect(await rootOf(target), 'up').toBe(await rootOf(wanted));
  expect(common(await connected(target, readHoldings), stays), 'rows, up').toEqual(stays);
  const back = await comeBack(tenant, plan);
  expect(await rootOf(target), 'down').toBe(back ? base : await rootOf(wanted));
  expect(common(await connected(target, readHoldings), stays), 'rows, down').toEqual(stays);
}

/** False where what is gone leaves rows that do not fit the schema of before, and a hazard said that it goes: then nothing is changed. */
async function comeBack(tenant: TenantContext, plan: Plan): Promise<boolean> {
  try {
    await engine.down(tenant, plan, { ...all, allow: 'all' });
    return true;
  } catch (error) {
    const foreseen = hazardsOf(plan.up).some((hazard) => hazard.class === 'data-loss');
    if (foreseen && isSyncError(error) && error.message.endsWith('(nothing was changed)')) return false;
    throw error;
  }
}
