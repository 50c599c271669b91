import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine, tenantContext } from '@sync/core';
import { scratchContract } from '@sync/testkit';
import { describe, expect, test } from 'vitest';
import driver from '../src/index.js';
import { schemas } from './contract-schemas.js';
import { failure, one } from './own.js';
import { administer, freshDatabase, servers } from './servers.js';

const inProcess = driver.options({ url: 'pglite', directory: '/' });
const viaPglite: typeof driver = {
  ...driver,
  scratch: (_, signal) => driver.scratch?.(inProcess, signal) ?? expect.fail('there is scratch'),
};

describe.each(servers)('PGlite beside $name', (server) => {
  const live = 'absent' in server ? test.skip : test;
  const url = 'url' in server ? server.url : '';
  const isNewest = server.name === 'postgres-18';

  if (url !== '' && isNewest) {
    scratchContract({ driver: viaPglite, target: () => freshDatabase(url), schemas, badTargets: {} });
  }

  /** Works as a role that may not create databases. */
  async function restricted<T>(work: (url: string) => Promise<T>, ...before: readonly string[]): Promise<T> {
    await using target = await freshDatabase(url);
    const role = `"no ""databases"" ${process.pid}"`;
    await administer(url, `DROP ROLE IF EXISTS ${role}`, `CREATE ROLE ${role} LOGIN`);
    try {
      await administer(target.url, `GRANT ALL ON SCHEMA public TO ${role}`, ...before);
      const username = encodeURIComponent(`no "databases" ${process.pid}`);
      return await work(Object.assign(new URL(target.url), { username }).href);
    } finally {
      await administer(target.url, `DROP OWNED BY ${role}`);
      await administer(url, `DROP ROLE ${role}`);
    }
  }

  async function planned(target: string, text: string) {
    const directory = await mkdtemp(join(tmpdir(), 'pglite-'));
    try {
      await writeFile(join(directory, 'schema.sql'), text);
      const tenant = tenantContext({ id: 'default', target: { url: target, directory } });
      return await createEngine({ driver }).plan(tenant, join(directory, 'schema.sql'), { with: ['owners', 'grants'] });
    } finally {
      await rm(directory, { recursive: true });
    }
  }

  live('stands in where the role may not create databases, if it is of the same version', async () => {
    const role = `"no ""databases"" ${process.pid}"`;
    const text = `CREATE TABLE t (a citext DEFAULT 'x' CHECK (a <> '')); GRANT SELECT ON t TO ${role};`;
    const attempt = () =>
      restricted((target) => planned(target, text), 'CREATE EXTENSION citext', 'CREATE TABLE t (a citext)');
    if (!isNewest) {
      expect(await failure(attempt)).toMatchObject({
        code: 'SCRATCH_UNAVAILABLE',
        message: expect.stringMatching(/PGlite is version \d+, and the server is 13/),
        hint: expect.stringContaining('CREATEDB'),
      });
      return;
    }
    const { proof, changes } = await attempt();
    expect(proof).toMatchObject({ up: true, down: true });
    expect(changes.length).toBeGreaterThan(1);
  });

  const newest = isNewest ? live : test.skip;

  newest('says why it will not do: an extension that it does not carry', async () => {
    const attempt = () => restricted((target) => planned(target, 'CREATE TABLE t ()'), 'CREATE EXTENSION postgres_fdw');
    expect(await failure(attempt)).toMatchObject({
      code: 'SCRATCH_UNAVAILABLE',
      message: expect.stringContaining('PGlite does not carry the extension postgres_fdw'),
    });
  });
});

describe('PGlite in this process', () => {
  test('yields the values that a server does', async () => {
    await using scratch = (await viaPglite.scratch?.(undefined, undefined)) ?? expect.fail('there is scratch');
    const text =
      "SELECT 1 AS a, 2::bigint AS b, 1.50 AS c, true AS d, ARRAY['x'] AS e, DATE '2020-02-29' AS f, $1::text AS g, '{}'::jsonb AS h";
    const row = { a: 1, b: 2, c: '1.50', d: true, e: ['x'], f: '2020-02-29', g: 'ü', h: '{}' };
    expect(await one(scratch, text, ['ü'])).toEqual(row);
    const error = await failure(() => scratch.execute({ text: 'DROP TABLE nowhere' }));
    expect(error).toMatchObject({ code: 'STATEMENT_FAILED', details: { native: '42P01' } });
  });

  test('is no target', async () => {
    expect(await failure(() => driver.connect(inProcess, { access: 'read' }))).toMatchObject({
      code: 'CONFIG_INVALID',
      hint: expect.stringContaining('--scratch pglite'),
    });
  });
});
