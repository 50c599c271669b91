import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { startOwnServer } from '../servers/own-server.mjs';
import { mysql, openFleet, postgres } from './open-fleet.js';

const isLong = process.env.TEST_LONG === '1';
const ids = Array.from({ length: isLong ? 200 : 24 }, (_, i) => `t${i}`);

/** How somebody asks who else is there. */
const engines = [
  {
    ...postgres('postgres-18'),
    others: "SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name LIKE 'schema-sync%'",
  },
  {
    ...mysql('mysql-9', 'mysql'),
    others: 'SELECT COUNT(*) - 1 AS n FROM information_schema.processlist WHERE user = current_user',
  },
  ...(isLong
    ? [
        {
          ...postgres('postgres-13'),
          others: "SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name LIKE 'schema-sync%'",
        },
        { ...mysql('mariadb-11', 'mariadb'), others: 'SELECT COUNT(*) - 1 AS n FROM information_schema.processlist' },
      ]
    : []),
];

describe.each(engines)('a server of $name that lets twenty in', (engine) => {
  test('is left room for others by a fleet that was told of no limit, whatever is asked for at a time', async ({
    skip,
  }) => {
    const own = await startOwnServer(engine.name, { settings: { max_connections: '20' } });
    if ('absent' in own) return skip(`absent: ${own.absent}`);
    await using _ = own;
    await using fleet = await openFleet(engine, own.url, ids, (prefix) => ({
      database: `${prefix}{tenant}`,
      retries: 0,
    }));
    const seen: number[] = [];
    const watch = new AbortController();
    const watching = (async () => {
      while (!watch.signal.aborted) {
        const [row] = (await engine.administer(own.url, engine.others)) as readonly { readonly n: number }[];
        seen.push(Number(row?.n));
        await setTimeout(20);
      }
    })();
    const synced = await fleet.run('sync', '--all-tenants', '--yes', '--parallel', '64', '--format', 'json');
    watch.abort();
    // Whoever came meanwhile was let in each time.
    await watching;
    expect(JSON.parse(synced.stdout)).toMatchObject({ inSync: true, failed: [], retries: 0 });
    expect(Math.max(...seen)).toBeGreaterThan(2);
    expect(Math.max(...seen)).toBeLessThanOrEqual(15);
  });
});
