import { sql } from 'drizzle-orm';
import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import { expect, test } from 'vitest';
import { realServer } from '../servers/real-server.js';
import { postgresPlace } from './place.js';

const server = realServer('postgres-18');
const isLong = process.env.TEST_LONG === '1';

async function took(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** Measured in turn, so that whatever else the machine does is in both. */
test.skipIf('absent' in server || !isLong)(
  'a schema that did not change takes less than twice the question alone',
  async () => {
    await using place = await postgresPlace('url' in server ? server.url : '');
    const names = Array.from({ length: 30 }, (_, i) => `t${i}`);
    const schema = Object.fromEntries(
      names.map((name) => [name, pgTable(name, { id: integer().primaryKey(), a: text() })]),
    );
    await place.migrator.migrate('app', schema, { prove: false });
    const question = sql`SELECT hash FROM migrations._migrations WHERE plugin_name = ${'app'} ORDER BY id DESC LIMIT 1`;
    const [alone, whole]: [number[], number[]] = [[], []];
    for (let i = 0; i < 500; i++) {
      alone.push(await took(async () => place.database.execute(question)));
      whole.push(await took(() => place.migrator.migrate('app', schema)));
    }
    const ratio = median(whole) / median(alone);
    console.log(
      `unchanged: ${median(whole).toFixed(3)} ms, the question alone ${median(alone).toFixed(3)} ms, ratio ${ratio.toFixed(2)}`,
    );
    expect(ratio).toBeLessThan(2);
  },
);

test.skipIf('absent' in server || !isLong)(
  '200 plugins have 200 schemas, and are asked about at once',
  async () => {
    await using place = await postgresPlace('url' in server ? server.url : '');
    const plugins = Array.from({ length: 200 }, (_, i) => ({
      name: `plugin-p${i}`,
      schema: { t: pgTable('t', { id: integer().primaryKey() }) },
    }));
    const outcomes = async () =>
      new Set((await place.migrator.migrateAll(plugins, { prove: false })).map(({ outcome }) => outcome));
    expect(await outcomes()).toEqual(new Set(['migrated']));
    place.asked.length = 0;
    expect(await outcomes()).toEqual(new Set(['unchanged']));
    expect(place.asked).toHaveLength(1);
  },
  900_000,
);
