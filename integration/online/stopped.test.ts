import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openPlace, type Place, servers, until } from './support.js';

interface Exchange {
  readonly before: string;
  readonly rows: string;
  readonly goal: string;
  /** How many rows there are, before and afterwards. */
  readonly counted: string;
}

const exchanges: Readonly<Record<string, Exchange>> = {
  'a primary key that a foreign key stands on': {
    before: 'CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL); CREATE TABLE u (t int CONSTRAINT u_t REFERENCES t);',
    rows: 'INSERT INTO t SELECT n, n FROM generate_series(1, 500) n; INSERT INTO u SELECT id FROM t',
    goal: 'CREATE TABLE t (id int, a int NOT NULL, CONSTRAINT t_pkey PRIMARY KEY (id) INCLUDE (a)); CREATE TABLE u (t int CONSTRAINT u_t REFERENCES t);',
    counted: 'SELECT (SELECT count(*) FROM t)::int + (SELECT count(*) FROM u)::int',
  },
  'a materialized view with its indexes, and a view over it': {
    before:
      'CREATE TABLE t (id int PRIMARY KEY, a int); CREATE MATERIALIZED VIEW m AS SELECT id FROM t; CREATE UNIQUE INDEX mi ON m (id); CREATE VIEW v AS SELECT id FROM m;',
    rows: 'INSERT INTO t SELECT n, n FROM generate_series(1, 500) n; REFRESH MATERIALIZED VIEW m',
    goal: 'CREATE TABLE t (id int PRIMARY KEY, a int); CREATE MATERIALIZED VIEW m AS SELECT id, a FROM t; CREATE UNIQUE INDEX mi ON m (id); CREATE INDEX ma ON m (a); CREATE VIEW v AS SELECT id FROM m;',
    counted: 'SELECT count(*)::int FROM v',
  },
  'a table that becomes a partition beside a default one': {
    before:
      'CREATE TABLE p (id int NOT NULL, a int) PARTITION BY RANGE (id); CREATE TABLE one (id int NOT NULL, a int); CREATE TABLE rest PARTITION OF p DEFAULT; CREATE INDEX pi ON p (a);',
    rows: 'INSERT INTO one SELECT n, n FROM generate_series(1, 500) n; INSERT INTO rest SELECT n, n FROM generate_series(5000, 5500) n',
    goal: 'CREATE TABLE p (id int NOT NULL, a int) PARTITION BY RANGE (id); CREATE TABLE one PARTITION OF p FOR VALUES FROM (1) TO (600); CREATE TABLE rest PARTITION OF p DEFAULT; CREATE INDEX pi ON p (a);',
    counted: 'SELECT (SELECT count(*) FROM one)::int + (SELECT count(*) FROM rest)::int',
  },
};

/** A process for every batch, each of which plans by itself. */
const timeout = 300_000;
const request = { online: 'always', prove: false, allow: 'all' } as const;
const ours = `
  SELECT conname::text FROM pg_constraint WHERE conname LIKE 'schema_sync%'
  UNION ALL SELECT relname FROM pg_class WHERE relname LIKE 'schema_sync%'
  UNION ALL SELECT proname FROM pg_proc WHERE proname LIKE 'schema_sync%'`;
const scaffolding = `SELECT ARRAY(${ours}) AS names`;
const noneLeft = `
SELECT ARRAY(${ours}
  UNION ALL SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid
  UNION ALL SELECT conname FROM pg_constraint WHERE NOT convalidated
) AS names`;
const gone =
  "SELECT WHERE NOT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'schema-sync')";

describe.each(servers)('$name: a process that is killed between two batches of an exchange', (server) => {
  if ('absent' in server) {
    test.skip(`absent: ${server.absent}`, () => {});
    return;
  }

  async function began(place: Place, step: number): Promise<void> {
    const script = join(import.meta.dirname, 'stop-at-step.mjs');
    const args = [script, place.url, place.folder, place.goal, String(step)];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
    await until(place.other, gone);
  }

  test.each(Object.entries(exchanges))(
    'is finished by the next, and taken back: %s',
    { timeout },
    async (_, exchange) => {
      const { before, rows, goal, counted } = exchange;
      let whole = 0;
      for (let batch = 0, batches = 1; batch < batches; batch++) {
        await using place = await openPlace(server.url, {}, before, rows);
        const { engine, tenant } = place;
        const root = async () => (await engine.inspect(tenant)).catalogue.root;
        const [start, all] = [await root(), await place.value(counted)];
        await place.desire(goal);
        const plan = await engine.plan(tenant, place.goal, request);
        batches = plan.up.length;
        expect(batches).toBeGreaterThan(1);
        await began(place, plan.up[batch]?.steps[0]?.number ?? 0);
        const { report } = await engine.sync(tenant, place.goal, request);
        expect((await engine.validate(tenant, place.goal)).inSync).toBe(true);
        expect(await place.value(noneLeft)).toEqual([]);
        expect(await place.value(counted)).toBe(all);
        // Where the second run went on with what the first had left, this goes to where all began, by a plan of its own.
        const run = report?.run ?? '';
        const { takesBack } = await engine.planOf(tenant, run, { prove: false });
        const back = await engine.down(tenant, run, { allow: 'all' });
        expect(back.outcome).toBe('done');
        if (takesBack !== undefined) {
          whole++;
          expect(await root()).toBe(start);
          const standing = (await engine.history(tenant)).filter(({ takenBackBy }) => takenBackBy === undefined);
          expect(standing.map((each) => each.run)).toEqual([back.run]);
          await engine.down(tenant, back.run, { allow: 'all' });
          expect((await engine.validate(tenant, place.goal)).inSync).toBe(true);
          expect((await engine.history(tenant)).filter(({ takenBackBy }) => takenBackBy !== undefined)).toHaveLength(1);
        }
        expect(await place.value(scaffolding)).toEqual([]);
        await place.desire(before);
        await engine.sync(tenant, place.goal, request);
        expect(await root()).toBe(start);
        expect(await place.value(noneLeft)).toEqual([]);
        expect(await place.value(counted)).toBe(all);
      }
      expect(whole).toBeGreaterThan(0);
    },
  );
});
