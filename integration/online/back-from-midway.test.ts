import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type Ended, schemaSync } from '../faults/support/command.js';
import { openPlace, type Place, servers } from './support.js';

const env = { SCHEMA_SYNC_DRIVERS_FROM: fileURLToPath(new URL('..', import.meta.url)) };
const before = `CREATE TYPE st AS ENUM ('a', 'b'); CREATE TABLE t (id int PRIMARY KEY, v int, s st); CREATE INDEX t_s ON t (s);
CREATE VIEW tv AS SELECT id, v FROM t;
CREATE TABLE old (id int CONSTRAINT old_key PRIMARY KEY, n int); COMMENT ON TABLE old IS 'told'; CREATE INDEX n_sorted ON old (n);`;
const rows = "INSERT INTO t SELECT n, n, 'a' FROM generate_series(1, 500) n";
const goal = `CREATE TYPE st AS ENUM ('a', 'b', 'c'); CREATE TABLE t (id int PRIMARY KEY, v bigint, s st, w int NOT NULL DEFAULT 1);
CREATE VIEW tv AS SELECT id, v FROM t; CREATE TABLE u (id int PRIMARY KEY, t int REFERENCES t);
CREATE INDEX t_v ON t (v); CREATE UNIQUE INDEX t_v_u ON t (v);
-- @renamed from=old
CREATE TABLE fresh (id int CONSTRAINT old_key PRIMARY KEY, n int); COMMENT ON TABLE fresh IS 'told'; CREATE INDEX n_sorted ON fresh (n);`;
const ours = `SELECT ARRAY(
  SELECT conname::text FROM pg_constraint WHERE conname LIKE 'schema_sync%' OR NOT convalidated
  UNION ALL SELECT relname FROM pg_class WHERE relname LIKE 'schema_sync%'
  UNION ALL SELECT proname FROM pg_proc WHERE proname LIKE 'schema_sync%'
  UNION ALL SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid) AS names`;
const there = "SELECT (count(*) FILTER (WHERE v = id AND s = 'a'))::int FROM t";
const yes = ['--yes', '--allow', 'all'] as const;

describe.each(servers)('$name: what held of a run that was stopped', (server) => {
  const live = 'absent' in server ? test.skip : test;
  const url = 'url' in server ? server.url : '';
  const run = (place: Place, ...args: readonly string[]) =>
    schemaSync([...args, '--url', place.url], { cwd: place.folder, env });
  const killed = (place: Place, step: number, ...args: readonly string[]): Promise<Ended> =>
    schemaSync([...args, '--url', place.url], {
      cwd: place.folder,
      env,
      onError: (text, child) => {
        if (text.includes(`step ${step}/`)) child.kill('SIGKILL');
      },
    });
  const rootOf = async ({ engine, tenant }: Place) => (await engine.inspect(tenant)).catalogue.root;

  live('is taken back by a plan of its own, and then nothing stands', { timeout: 300_000 }, async () => {
    await using place = await openPlace(url, {}, before, rows, "INSERT INTO t VALUES (501, 1, 'a')");
    const root = await rootOf(place);
    await place.desire(goal);
    const sync = await run(place, 'sync', '--to', place.goal, '--online', ...yes);
    expect(sync.stderr).toContain('PARTIAL');
    expect(await rootOf(place)).not.toBe(root);
    const [stopped] = await place.engine.history(place.tenant);
    const shown = await run(place, 'down', 'last', '--dry-run', '--allow', 'all');
    expect(shown, shown.stderr).toMatchObject({ code: 0 });
    expect(shown.stdout).toContain('proven ✓');
    const back = await run(place, 'down', 'last', ...yes);
    expect(back, back.stderr).toMatchObject({ code: 0 });
    expect(back.stderr).toContain(`run ${stopped?.run.slice(0, 8)} did not come to its end: this is a new plan`);
    expect(await rootOf(place)).toBe(root);
    expect(await place.value(ours)).toEqual([]);
    expect(await place.value(there)).toBe(500);
    await place.desire(before);
    expect((await place.engine.plan(place.tenant, place.goal)).up).toEqual([]);
    const again = await run(place, 'down', 'last', ...yes);
    expect(again, again.stderr).toMatchObject({ code: 1 });
    expect(again.stderr).toContain('every run was taken back already');
  });

  live(
    'is taken back wherever the run was killed, and so is a way back that was killed',
    { timeout: 600_000 },
    async () => {
      await using place = await openPlace(url, {}, before, rows);
      const root = await rootOf(place);
      await place.desire(goal);
      const { up } = await place.engine.plan(place.tenant, place.goal, { online: 'always', prove: false });
      const count = up.reduce((sum, { steps }) => sum + steps.length, 0);
      for (let step = 2; step <= count; step += 2) {
        const died = await killed(place, step, 'sync', '--to', place.goal, '--online', '--no-prove', ...yes);
        expect(died.signal).toBe('SIGKILL');
        const half = await killed(place, 2, 'down', 'last', '--no-prove', ...yes);
        if (half.signal !== 'SIGKILL') expect(half, half.stderr).toMatchObject({ code: 0 });
        else {
          const back = await run(place, 'down', 'last', ...yes);
          // A kill may come after the last thing that there was to do.
          if (!back.stderr.includes('every run was taken back already'))
            expect(back, back.stderr).toMatchObject({ code: 0 });
        }
        expect(await rootOf(place), `step ${step}`).toBe(root);
        expect(await place.value(ours)).toEqual([]);
        expect(await place.value(there)).toBe(500);
      }
    },
  );

  live('is not taken back over what others have changed since', { timeout: 120_000 }, async () => {
    await using place = await openPlace(url, {}, before, rows, "INSERT INTO t VALUES (501, 1, 'a')");
    await place.desire(goal);
    await run(place, 'sync', '--to', place.goal, '--online', ...yes);
    await place.other.query('CREATE TABLE by_hand (id int)');
    const refused = await run(place, 'down', 'last', ...yes);
    expect(refused, refused.stderr).toMatchObject({ code: 3 });
    expect(refused.stderr).toContain('table "by_hand" was added');
    expect(refused.stderr).toContain('git:REVISION:PATH');
    expect(await place.value("SELECT to_regclass('by_hand') IS NOT NULL")).toBe(true);
  });
});
