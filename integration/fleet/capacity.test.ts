import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { administerMysql } from '../servers/fresh-mysql-database.js';
import { startOwnServer } from '../servers/own-server.mjs';
import { mysql, openFleet, postgres } from './open-fleet.js';
import { rowsOf } from './rows-of.js';

const isLong = process.env.TEST_LONG === '1';
const ids = Array.from({ length: isLong ? 200 : 24 }, (_, i) => `t${i}`);

/** How many others a session sees on its server that are ours. */
const onPostgres = (url: string) =>
  rowsOf(url, "SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name LIKE 'schema-sync%'");
const onMysql = (url: string) =>
  administerMysql(
    url,
    "SELECT COUNT(*) - 1 AS n FROM information_schema.processlist WHERE user NOT IN ('event_scheduler', 'system user')",
  );

const engines = [
  { ...postgres('postgres-18'), ask: onPostgres },
  { ...mysql('mysql-9', 'mysql'), ask: onMysql },
  ...(isLong
    ? [
        { ...postgres('postgres-13'), ask: onPostgres },
        { ...mysql('mariadb-11', 'mariadb'), ask: onMysql },
      ]
    : []),
];

describe.each(engines)('a server of $name that lets twenty in', (engine) => {
  test(
    'is left room for others by a fleet that was told of no limit, whatever is asked for at a time',
    async ({ skip }) => {
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
          const [row] = (await engine.ask(own.url)) as readonly { readonly n: number }[];
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
    },
    isLong ? 900_000 : 120_000,
  );
});
