import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine, tenantContext } from '@sync/core';
import driver from '@sync/driver-postgres';
import { describe, expect, type TestContext, test } from 'vitest';
import { bring, realSchemas } from '../real/bring.js';
import { Chance } from '../real/chance.js';
import { administer, freshDatabase } from '../servers/fresh-database.js';
import { realServer } from '../servers/real-server.js';
import { absence, dumped } from './dump.js';

const isLong = process.env.TEST_LONG === '1';
const seed = Number(process.env.DUMPS_SEED ?? 20_260_101);
const sampled = Number(process.env.DUMPS ?? (isLong ? 100 : 3));
const timeout = 120_000;
const engine = createEngine({ driver });
const golden = join(import.meta.dirname, '../golden/postgres');
const servers = [
  { name: 'postgres-13', folders: ['every', 'oldest'] },
  { name: 'postgres-18', folders: ['every', 'newest'] },
].map((server) => ({ ...server, ...realServer(server.name) }));

/** A few of the golden cases, by chance. */
function someOf(folders: readonly string[]): readonly string[] {
  const cases = folders.flatMap((folder) =>
    readdirSync(join(golden, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('desired.sql'))
      .map((path) => join(folder, path))
      .sort(),
  );
  const chance = new Chance(seed);
  return [...new Set(Array.from({ length: sampled }, () => chance.pick(cases) ?? ''))];
}

/** Builds a database by the statements themselves and another by a plan, and looks at both through `pg_dump`. */
async function expectSameDump(server: string, statements: readonly string[], skip: TestContext['skip']): Promise<void> {
  const without = await absence();
  if (without !== undefined) return skip(`absent: pg_dump, ${without}`);
  await using own = await freshDatabase(server);
  await using planned = await freshDatabase(server);
  const refused = await administer(own.url, ...statements).catch(String);
  if (refused !== undefined) return skip(`a file that is to be put into order first: ${refused}`);
  const directory = tmpdir();
  const tenant = tenantContext({ id: 'default', target: { url: planned.url, directory } });
  const connection = (source: string) => ({ url: source, directory });
  const everything = { schemas: 'all', with: driver.parts ?? [] } as const;
  await engine.sync(tenant, own.url, { ...everything, connection, prove: false, allow: 'all' });
  expect(await dumped(planned.url)).toEqual(await dumped(own.url));
}

describe.each(servers)('$name', ({ folders, ...server }) => {
  const live = 'absent' in server ? test.skip : test;
  const url = 'url' in server ? server.url : '';

  for (const name of realSchemas) {
    live(`the schema of ${name} is dumped alike, built by a plan and by itself`, { timeout }, async ({ skip }) => {
      const found = await bring(name);
      if ('absent' in found) return skip('absent: its package cannot be fetched');
      await expectSameDump(url, found.statements, skip);
    });
  }

  for (const path of someOf(folders)) {
    live(`so is ${path}`, { timeout }, async ({ skip }) => {
      await expectSameDump(url, [readFileSync(join(golden, path), 'utf8')], skip);
    });
  }
});
