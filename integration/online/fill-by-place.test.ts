import { expect, test } from 'vitest';
import { online, openClient, openPlace, servers } from './support.js';

const table = 'CREATE TABLE t (id int, wide text';
const rows = "INSERT INTO t SELECT n, repeat('x', 500) FROM generate_series(1, 3000) AS n";

for (const server of servers) {
  const live = 'absent' in server ? test.skip : test;
  const url = 'url' in server ? server.url : '';

  live(
    `${server.name} looks at each block of a table without a key once, and again where others moved rows`,
    async () => {
      await using place = await openPlace(url, {}, `${table})`, rows, 'ANALYZE t');
      await place.desire(`${table}, token double precision DEFAULT random());`);
      const plan = await place.engine.plan(place.tenant, place.goal, { ...online, prove: false });
      let rounds = 0;
      for (const { text, repeat } of plan.up.flatMap(({ steps }) => steps.flatMap(({ sql }) => sql))) {
        let next: string | null = null;
        do {
          const { rows: found }: { readonly rows: readonly { readonly next: string | null }[] } =
            await place.other.query(text, repeat ? [next] : []);
          next = repeat ? (found[0]?.next ?? null) : null;
          expect(next ?? '', 'no statement holds rows while it reads the whole table').not.toContain('rest');
          if (repeat && ++rounds === 1) {
            const filled = await place.value('SELECT count(*)::int FROM t WHERE token IS NOT NULL');
            expect(filled).toBeGreaterThan(100);
            expect(filled).toBeLessThan(3000);
            await place.other.query('UPDATE t SET token = NULL WHERE id = 1');
          }
        } while (next !== null);
      }
      expect(await place.value('SELECT count(*)::int FROM t WHERE token IS NULL')).toBe(0);
      // 200 blocks of 15 rows, 64 at most at a time, and those again with what was written beside them.
      expect(rounds).toBeLessThan(20);
    },
  );

  live(`${server.name} fills a row that is never where it was found`, async () => {
    await using place = await openPlace(url, {}, `${table})`, rows, 'ANALYZE t');
    await place.desire(`${table}, token double precision DEFAULT random());`);
    const plan = await place.engine.plan(place.tenant, place.goal, { ...online, prove: false });
    const [busy, watcher] = [await openClient(place.url, 'busy'), await openClient(place.url, 'watcher')];
    const waits =
      "SELECT 1 FROM pg_stat_activity WHERE application_name = 'somebody else' AND wait_event_type = 'Lock'";
    for (const { text, repeat } of plan.up.flatMap(({ steps }) => steps.flatMap(({ sql }) => sql))) {
      if (!repeat) await place.other.query(text);
      for (let next: string | null | undefined; repeat && next !== null; ) {
        await busy.query("BEGIN; UPDATE t SET wide = wide || '' WHERE id = 1");
        let isDone = false;
        const round = place.other.query(text, [next ?? null]).finally(() => {
          isDone = true;
        });
        while (!isDone && (await watcher.query(waits)).rows.length === 0);
        await busy.query('COMMIT');
        next = (await round).rows[0]?.next ?? null;
      }
    }
    await Promise.all([busy.end(), watcher.end()]);
    expect(await place.value('SELECT count(*)::int FROM t WHERE token IS NULL')).toBe(0);
  });
}
