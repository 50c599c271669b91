import { expect, test } from 'vitest';
import { online, openPlace, servers } from './support.js';

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
          if (repeat && ++rounds === 1) {
            const filled = await place.value('SELECT count(*)::int FROM t WHERE token IS NOT NULL');
            expect(filled).toBeGreaterThan(100);
            expect(filled).toBeLessThan(3000);
            await place.other.query('UPDATE t SET token = NULL WHERE id = 1');
          }
        } while (next !== null);
      }
      expect(await place.value('SELECT count(*)::int FROM t WHERE token IS NULL')).toBe(0);
      // 200 blocks of 15 rows, 64 at most at a time, and what was written beside them in the second pass.
      expect(rounds).toBeLessThan(20);
    },
  );
}
