import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine, tenantContext } from '@sync/core';
import postgresDriver from '@sync/driver-postgres';
import { findCases, type GoldenCase, renameHint } from '@sync/testkit';
import { describe, expect, test } from 'vitest';
import { administer, freshDatabase } from '../servers/fresh-database.js';
import { realServer } from '../servers/real-server.js';

const server = realServer('postgres-18');
const root = join(import.meta.dirname, '../golden/postgres/every');
const engine = createEngine({ driver: postgresDriver });

/** What is about other schemas, or about the whole database, is no tenant's. */
const beyond =
  /\b(SCHEMA|EXTENSION|PUBLICATION|EVENT TRIGGER|SERVER|WRAPPER|ROLE|LANGUAGE|OPERATOR|CAST|ACCESS METHOD|DATABASE|USER|DO)\b|\bpublic\b|search_path|--with/i;

const isOfOneSchema = ({ folder, desired, before, settings }: GoldenCase) =>
  desired === 'desired.sql' &&
  !settings.with &&
  !settings.expectError &&
  !settings.downError &&
  !settings.exclude &&
  !beyond.test(readFileSync(join(folder, desired), 'utf8') + before);

/** What the server tells of the schema without its being read. */
const fingerprint = async (url: string) =>
  (await postgresDriver.tenancy?.schema?.fingerprints?.({ url, directory: root }, 't *', {}))?.own.get('t A');

/** How many there are for one that is tried, unless all are. */
const share = process.env.TEST_LONG ? 1 : Number(process.env.GOLDEN_SHARE ?? 24);

describe('plans that are known to hold in a database hold in a schema of one', () => {
  if ('absent' in server) {
    test.skip(`absent: ${server.absent}`, () => {});
    return;
  }
  const cases = findCases(root)
    .filter(isOfOneSchema)
    .filter((_, i) => i % share === 0)
    .map((found) => [found.name, found] as const);
  test.each(cases)('%s', async (_, { folder, before, settings }) => {
    await using database = await freshDatabase(server.url);
    await administer(database.url, 'CREATE SCHEMA "t A"', 'SET search_path = "t A"', before);
    const settingsOf = { schema: 't A', beside: 't *' };
    const tenant = tenantContext({ id: 'a', target: { url: database.url, directory: folder, settings: settingsOf } });
    const goal = await engine.compile('desired.sql', { directory: folder, near: tenant });
    const options = {
      allow: 'all',
      ...(settings.online && { online: settings.online }),
      ...(settings.renames && { renames: settings.renames.map(renameHint) }),
    } as const;
    const base = (await engine.inspect(tenant)).catalogue.root;
    const found = await fingerprint(database.url);
    const plan = await engine.plan(tenant, goal, options);
    await engine.apply(tenant, plan, { allow: 'all' });
    if (plan.up.length > 0 && found !== undefined) expect(await fingerprint(database.url)).not.toBe(found);
    expect((await engine.plan(tenant, goal, { prove: false })).up).toEqual([]);
    if (plan.irreversible.length === 0 && plan.down.length > 0) {
      await engine.down(tenant, plan, { allow: 'all' });
      expect((await engine.inspect(tenant)).catalogue.root).toBe(base);
    }
    const outside = await engine.inspect(
      tenantContext({ id: 'all', target: { url: database.url, directory: folder } }),
      {
        schemas: ['public'],
      },
    );
    expect(outside.catalogue.size).toBe(0);
  });
});
