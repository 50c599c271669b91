import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { canonicalJson, hashText, hazardsOf, type Plan, type RunEvent } from '@sync/core';
import { describe, expect, test } from 'vitest';
import { schemaSync } from '../faults/support/command.js';
import { failure, openPlace, type Place, servers } from './support.js';

const env = { SCHEMA_SYNC_DRIVERS_FROM: fileURLToPath(new URL('..', import.meta.url)) };
const clashing = 'INSERT INTO t VALUES (11, 1)';
const before = [
  'CREATE TABLE t (id int PRIMARY KEY, v int)',
  'INSERT INTO t SELECT n, n FROM generate_series(1, 10) n',
  clashing,
];
const goal =
  'CREATE TABLE t (id int PRIMARY KEY, v int, w int); CREATE INDEX t_v ON t (v); CREATE UNIQUE INDEX t_v_u ON t (v);';
const seeded = `apiVersion: schemas.schemahero.io/v1alpha4
kind: Table
metadata: {name: cfg}
spec:
  name: cfg
  schema: {postgres: {primaryKey: [id], columns: [{name: id, type: integer}, {name: v, type: text}]}}
  seedData: {rows: [{columns: [{column: id, value: {int: 1}}, {column: v, value: {str: new}}]}]}
`;

const byHand: readonly (readonly [what: string, made: string, named: string, unmade: string])[] = [
  ['a table with rows', 'CREATE TABLE by_hand AS SELECT 1 AS id', 'table "by_hand" was added', 'DROP TABLE by_hand'],
  ['a view', 'CREATE VIEW by_hand AS SELECT id FROM t', 'view "by_hand" was added', 'DROP VIEW by_hand'],
  ['a column', "ALTER TABLE t ADD noted text DEFAULT 'x'", 'column "noted" was added', 'ALTER TABLE t DROP noted'],
  ['an index', 'CREATE INDEX by_hand ON t (w)', 'by_hand', 'DROP INDEX by_hand'],
  ['a default', 'ALTER TABLE t ALTER w SET DEFAULT 7', '"w"', 'ALTER TABLE t ALTER w DROP DEFAULT'],
  ['NOT NULL', 'ALTER TABLE t ALTER v SET NOT NULL', '"v"', 'ALTER TABLE t ALTER v DROP NOT NULL'],
  ['an index of the plan', 'DROP INDEX t_v', 't_v', 'CREATE INDEX t_v ON t (v)'],
];

describe.each(servers)('$name: a plan whose run was stopped', (server) => {
  const live = 'absent' in server ? test.skip : test;
  const url = 'url' in server ? server.url : '';
  const run = (place: Place, ...args: readonly string[]) =>
    schemaSync([...args, '--url', place.url], { cwd: place.folder, env });
  const apply = ['apply', 'plan.json', '--yes', '--allow', 'all'];

  live('is not gone on with over what others have made since', { timeout: 300_000 }, async () => {
    await using place = await openPlace(url, {}, ...before);
    await place.desire(goal);
    await run(place, 'plan', '--to', place.goal, '--online', '-o', 'plan.json');
    expect((await run(place, ...apply)).code).not.toBe(0);
    await place.other.query('DELETE FROM t WHERE id = 11');
    const { catalogue } = await place.engine.inspect(place.tenant);
    for (const [what, made, named, unmade] of byHand) {
      await place.other.query(made);
      const { root } = (await place.engine.inspect(place.tenant)).catalogue;
      const refused = await run(place, ...apply);
      expect(refused, `${what}: ${refused.stderr}`).toMatchObject({ code: 3 });
      expect(refused.stderr, what).toContain('BASE_MISMATCH');
      expect(refused.stderr, what).toContain(named);
      expect((await place.engine.inspect(place.tenant)).catalogue.root, what).toBe(root);
      await place.other.query(unmade);
      expect((await place.engine.inspect(place.tenant)).catalogue.root, `without ${what}`).toBe(catalogue.root);
    }
    const again = await run(place, 'apply', 'plan.json', '--yes');
    expect(again, again.stderr).toMatchObject({ code: 0 });
    expect((await place.engine.validate(place.tenant, place.goal)).inSync).toBe(true);
  });
  live('is not gone on with over rows that others have written since', { timeout: 120_000 }, async () => {
    await using place = await openPlace(
      url,
      {},
      ...before,
      "CREATE TABLE cfg (id int PRIMARY KEY, v text); INSERT INTO cfg VALUES (1, 'old')",
    );
    await mkdir(join(place.folder, 'desired'));
    await writeFile(join(place.folder, 'desired', 'cfg.yaml'), seeded);
    await writeFile(join(place.folder, 'desired', 't.sql'), goal);
    const planned = await run(place, 'plan', '--to', 'desired', '--online', '--with', 'seeds', '-o', 'plan.json');
    expect(planned, planned.stderr).toMatchObject({ code: 0 });
    expect((await run(place, ...apply)).code).not.toBe(0);
    await place.other.query("DELETE FROM t WHERE id = 11; UPDATE cfg SET v = 'by hand'");
    const refused = await run(place, ...apply);
    expect(refused, refused.stderr).toMatchObject({ code: 3 });
    expect(refused.stderr).toContain('rows of "cfg" were changed: id 1');
    expect(await place.value('SELECT v FROM cfg')).toBe('by hand');
    await place.other.query("UPDATE cfg SET v = 'old'");
    const again = await run(place, ...apply);
    expect(again, again.stderr).toMatchObject({ code: 0 });
    expect(await place.value('SELECT v FROM cfg')).toBe('new');
  });

  live('is gone on with after a run that went on was killed in its turn', { timeout: 120_000 }, async () => {
    const rows = 'INSERT INTO k SELECT n, n, n FROM generate_series(1, 500) n';
    await using place = await openPlace(url, {}, 'CREATE TABLE k (id int PRIMARY KEY, a int, b int)', rows);
    await place.desire('CREATE TABLE k (id int PRIMARY KEY, a bigint, b bigint); CREATE INDEX kb ON k (b);');
    await run(place, 'plan', '--to', place.goal, '--online', '-o', 'plan.json');
    const stopAt = (step: number, signal: NodeJS.Signals) => {
      let sent = false;
      return schemaSync([...apply, '--url', place.url], {
        cwd: place.folder,
        env,
        onError: (text, child) => {
          if (!sent && text.includes(`step ${step}/`)) sent = child.kill(signal);
        },
      });
    };
    expect((await stopAt(4, 'SIGINT')).code).not.toBe(0);
    expect((await stopAt(2, 'SIGKILL')).signal).toBe('SIGKILL');
    const again = await run(place, ...apply);
    expect(again, again.stderr).toMatchObject({ code: 0 });
    expect((await place.engine.validate(place.tenant, place.goal)).inSync).toBe(true);
    // A run that is killed after its last step has left nothing to do.
    expect((await run(place, ...apply)).stdout).toMatch(/already applied by run|nothing to do/);
    expect(await place.value('SELECT count(*)::int FROM k WHERE a = id AND b = id')).toBe(500);
  });

  live('is not gone on with to harm that the reviewed plan did not tell of', { timeout: 120_000 }, async () => {
    const own =
      'CREATE TABLE a (id int PRIMARY KEY, v int); CREATE TABLE b (id int PRIMARY KEY, gone int); CREATE TABLE z (id int)';
    await using place = await openPlace(url, {}, own, 'INSERT INTO b VALUES (1, 7)');
    await place.desire(
      'CREATE TABLE a (id int PRIMARY KEY, v bigint); CREATE INDEX av ON a (v); CREATE TABLE b (id int PRIMARY KEY);',
    );
    const { id, up, ...content } = await place.engine.plan(place.tenant, place.goal, { online: 'always' });
    // As a version made it that did not know of this hazard.
    const steps = (batch: Plan['up'][number]) =>
      batch.steps.map((step) => (step.change === 'alter table:b' ? { ...step, hazards: [] } : step));
    const told = { ...content, up: up.map((batch) => ({ ...batch, steps: steps(batch) })) };
    const plan: Plan = { ...told, id: hashText(canonicalJson(told)) };
    expect(hazardsOf(up).filter(({ gated }) => gated)).toHaveLength(2);
    await writeFile(join(place.folder, 'plan.json'), JSON.stringify(plan));
    const stop = new AbortController();
    const onEvent = (event: RunEvent) => {
      if (event.type === 'step' && event.summary.startsWith('create index av')) stop.abort();
    };
    await failure(place.engine.apply(place.tenant, plan, { allow: 'all', signal: stop.signal, onEvent }));
    const refused = await run(place, ...apply);
    expect(refused, refused.stderr).toMatchObject({ code: 1 });
    expect(refused.stderr).toMatch(/GATE_CLOSED[\s\S]*drops column b\.gone/);
    expect(await place.value('SELECT gone FROM b')).toBe(7);
    const planned = await run(place, 'plan', '--to', place.goal, '-o', 'plan.json');
    expect(planned, planned.stderr).toMatchObject({ code: 0 });
    expect(await run(place, ...apply)).toMatchObject({ code: 0 });
    expect((await place.engine.validate(place.tenant, place.goal)).inSync).toBe(true);
  });

  live('is gone on with from between two statements of a step', { timeout: 120_000 }, async () => {
    const slow =
      "CREATE FUNCTION slow(int) RETURNS boolean IMMUTABLE LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.2); RETURN true; END'";
    await using place = await openPlace(url, {}, slow, ...before);
    await place.desire(`${slow}; CREATE TABLE t (id int PRIMARY KEY, v int CONSTRAINT looked CHECK (slow(v)));`);
    await run(place, 'plan', '--to', place.goal, '--online', '-o', 'plan.json');
    const first = run(place, ...apply);
    const ended = `SELECT count(pg_terminate_backend(pid))::int FROM pg_stat_activity
      WHERE datname = current_database() AND state = 'active' AND query LIKE 'ALTER TABLE%VALIDATE%'`;
    await expect.poll(() => place.value(ended), { timeout: 60_000, interval: 50 }).toBe(1);
    expect((await first).code).not.toBe(0);
    expect(await place.value("SELECT convalidated FROM pg_constraint WHERE conname = 'looked'")).toBe(false);
    const again = await run(place, ...apply);
    expect(again, again.stderr).toMatchObject({ code: 0 });
    expect((await place.engine.validate(place.tenant, place.goal)).inSync).toBe(true);
  });
});
