import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine, tenantContext } from '@sync/core';
import { describe, expect, test } from 'vitest';
import driver from '../src/index.js';
import { failure } from './own.js';
import { administer, freshDatabase, servers } from './servers.js';

const urls = servers.flatMap((server) => ('url' in server ? [server.url] : []));
const live = urls.length === servers.length ? test : test.skip;
const [older = '', newer = ''] = urls;

/** Two queries that the versions print in different words. */
const text = 'CREATE TABLE t (id integer NOT NULL); CREATE VIEW v AS SELECT t.id FROM t;';

async function written(work: (directory: string) => Promise<void>): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'versions-'));
  try {
    await writeFile(join(directory, 'schema.sql'), text);
    await work(directory);
  } finally {
    await rm(directory, { recursive: true });
  }
}

describe('scratch databases of another version', () => {
  live('newer ones are told, and a proof that fails for it says so', async () => {
    await using target = await freshDatabase(older);
    await administer(target.url, text);
    await written(async (directory) => {
      const engine = createEngine({ driver, scratch: { url: newer, directory } });
      const tenant = tenantContext({ id: 'default', target: { url: target.url, directory } });
      const { goal, difference } = await engine.validate(tenant, join(directory, 'schema.sql'));
      expect(goal.warnings).toEqual([
        { at: join(directory, 'schema.sql'), message: expect.stringMatching(/on PostgreSQL 18\..* PostgreSQL 13\./) },
      ]);
      expect(difference.changes).not.toEqual([]);
      const failed = await failure(() => engine.plan(tenant, join(directory, 'schema.sql')));
      expect(failed).toMatchObject({ code: 'PROOF_FAILED', hint: expect.stringContaining('--scratch URL') });
    });
  });

  live('older ones are refused, before anything is built and where only the plan is tried', async () => {
    await using target = await freshDatabase(newer);
    await written(async (directory) => {
      const engine = createEngine({ driver, scratch: { url: older, directory } });
      const tenant = tenantContext({ id: 'default', target: { url: target.url, directory } });
      const refusal = {
        code: 'CAPABILITY_MISSING',
        message: expect.stringMatching(/PostgreSQL 13\..* PostgreSQL 18\./),
      };
      expect(await failure(() => engine.plan(tenant, join(directory, 'schema.sql')))).toMatchObject(refusal);
      const goal = await createEngine({ driver }).compile(join(directory, 'schema.sql'), { near: tenant });
      expect(goal.warnings).toEqual([]);
      expect(await failure(() => engine.plan(tenant, goal))).toMatchObject(refusal);
    });
  });

  live('a live state of another version is told, too, and the same version is not', async () => {
    await using here = await freshDatabase(newer);
    await using there = await freshDatabase(older);
    const tenant = tenantContext({ id: 'default', target: { url: here.url, directory: '/' } });
    const compile = async (url: string) => (await createEngine({ driver }).compile(url, { near: tenant })).warnings;
    expect(await compile(there.url)).toHaveLength(1);
    await using beside = await freshDatabase(newer);
    expect(await compile(beside.url)).toEqual([]);
  });
});
