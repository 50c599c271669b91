import { createEngine, tenantContext } from '@sync/core';
import { describe, expect, test } from 'vitest';
import driver from '../src/index.js';
import { administer, freshDatabase, servers } from './servers.js';

/** What newer minor versions write beside the options of a column when they add it; an older one takes it and does not look. */
const noted = `
UPDATE pg_attribute SET attoptions = coalesce(attoptions, '{}') || '{pg_attver=1}'
WHERE attrelid = 't'::regclass AND attnum > 0`.trim();

describe.each(servers)('$name', (server) => {
  if ('absent' in server) {
    describe.skip(`absent: ${server.absent}`, () => {});
    return;
  }

  test('what the server notes of a column by itself is no option that somebody set', async () => {
    await using database = await freshDatabase(server.url);
    await administer(
      database.url,
      'CREATE TABLE t (plain int, told int)',
      'ALTER TABLE t ALTER COLUMN told SET (n_distinct = 5)',
    );
    const engine = createEngine({ driver });
    const tenant = tenantContext({ id: 'default', target: { url: database.url, directory: '.' } });
    const before = await engine.inspect(tenant);
    await administer(database.url, noted);
    const after = await engine.inspect(tenant);
    expect(JSON.stringify([...before.catalogue])).toContain('n_distinct=5');
    expect([...after.catalogue]).toEqual([...before.catalogue]);
  });
});
