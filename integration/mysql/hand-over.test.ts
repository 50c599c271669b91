import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunEvent, tenantContext } from '@sync/core';
import { createConnection } from 'mysql2/promise';
import { afterAll, describe, expect, test } from 'vitest';
import { administerMysql } from '../servers/fresh-mysql-database.js';
import { copyProgram } from '../servers/percona-toolkit.mjs';
import { openPlace, type Place, tenantAs } from './place.js';
import { family } from './servers.js';

const timeout = 120_000;
const folder = await mkdtemp(join(tmpdir(), 'hand-over-'));
const found = await copyProgram(folder);

afterAll(() => rm(folder, { recursive: true }));

const before = 'CREATE TABLE t (id int PRIMARY KEY, a int, note varchar(20));';
const after =
  'CREATE TABLE t (id int PRIMARY KEY, a bigint, note varchar(20), b int NOT NULL DEFAULT 7, UNIQUE KEY by_note (note));';
const rows = (count: number) =>
  `INSERT INTO t SELECT k, k, CONCAT('n', k) FROM (WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60)
SELECT (x.i - 1) * 60 + y.i AS k FROM n AS x JOIN n AS y) AS many WHERE k <= ${count};
ANALYZE TABLE t;`;

/** A program that does what a test wants of it, in the place of the real one. */
async function program(text: string): Promise<string> {
  const path = join(await mkdtemp(join(folder, 'program-')), 'copy it');
  await writeFile(path, `#!/bin/sh\n${text}\n`);
  await chmod(path, 0o755);
  return path;
}

const scaffolds = ({ query }: Place) =>
  query(`SELECT table_name AS n FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name <> 't' AND table_name NOT LIKE '\\_schema\\_sync\\_s%' AND table_name REGEXP '_(new|old)'
UNION ALL SELECT trigger_name FROM information_schema.triggers WHERE trigger_schema = DATABASE()`);

describe.each(family)('copies of $name are handed over', ({ name, scheme, driver, url }) => {
  if (url === '') {
    test.skip(`absent: ${name}`, () => {});
    return;
  }
  const open = (copyWithProgram: string, more: Readonly<Record<string, unknown>> = {}, count = 3000) =>
    openPlace({
      url,
      scheme,
      driver,
      settings: { copyWith: 'pt-online-schema-change', copyWithProgram, ...more },
      start: before + rows(count),
      goal: after,
    });
  const isReal = 'program' in found;
  // Debian’s is older than the words in which MySQL 9 is asked for its replicas.
  const alone = ['--recursion-method=none'];
  const real = 'program' in found ? found.program : '';

  test.skipIf(!isReal)('to pt-online-schema-change, and so is the way back', { timeout }, async () => {
    await using place = await open(real, { copyWithArguments: alone });
    // Beside a full-text index columns come and go by a copy.
    await place.query('ALTER TABLE t ADD FULLTEXT KEY words (note)');
    await place.desire(after.replace('bigint', 'int').replace(');', ', FULLTEXT KEY words (note));'));
    const was = await place.query('SELECT * FROM t ORDER BY id');
    const events: RunEvent[] = [];
    const { plan, report } = await place.sync({ onEvent: (event) => events.push(event as RunEvent) });
    expect(report?.outcome).toBe('done');
    const steps = plan?.up.flatMap((batch) => batch.steps) ?? [];
    expect(steps[0]?.summary).toContain('with pt-online-schema-change');
    expect(steps[0]?.hazards.map(({ code }) => code)).toContain('hands-over-copy');
    expect(await place.query('SELECT id, a, note FROM t ORDER BY id')).toEqual(was);
    expect((await place.sync({ dryRun: true })).inSync).toBe(true);
    if (!plan) throw new Error('nothing was planned');
    expect(JSON.stringify(plan.down)).toContain('hands-over-copy');
    await place.engine.down(place.tenant, plan, { allow: 'all' });
    expect(await place.query('SELECT * FROM t ORDER BY id')).toEqual(was);
    expect(await scaffolds(place)).toEqual([]);
  });

  test.skipIf(!isReal)('and what it leaves where it is stopped goes', { timeout }, async () => {
    const slow = [...alone, '--sleep=1', '--chunk-size=100', '--chunk-time=0'];
    await using place = await open(real, { copyWithArguments: slow });
    const stop = new AbortController();
    let percent = 0;
    const onEvent = (event: { readonly type: string; readonly noun?: string; readonly done?: number }) => {
      if (event.type !== 'within' || event.noun !== 'percent') return;
      percent = event.done ?? 0;
      stop.abort();
    };
    setTimeout(() => stop.abort(), 8000).unref();
    await expect(place.sync({ signal: stop.signal, onEvent, prove: false })).rejects.toMatchObject({
      code: 'CANCELLED',
    });
    expect(percent).toBeGreaterThan(0);
    expect(percent).toBeLessThan(100);
    expect(await scaffolds(place)).toEqual([]);
    await place.query("UPDATE t SET note = 'x' WHERE id = 1");
    expect(await place.query('SELECT COUNT(*) AS n FROM t')).toEqual([{ n: 3000 }]);
  });

  test.skipIf(!isReal)(
    'and whoever goes on reading what was there before misses rows, as the hazard says',
    { timeout },
    async () => {
      const slow = [...alone, '--sleep=1', '--chunk-size=500', '--chunk-time=0'];
      await using place = await open(real, { copyWithArguments: slow });
      await place.query('ALTER TABLE t ADD FULLTEXT KEY words (note); CREATE TABLE seen (id int)');
      // Nothing is done to the table once the copy has its place: of that the server would tell.
      await place.desire(
        'CREATE TABLE t (id int PRIMARY KEY, a int, note varchar(20), b int NOT NULL DEFAULT 7, FULLTEXT KEY words (note)); CREATE TABLE seen (id int);',
      );
      const uri = Object.assign(new URL(place.tenant.target.url.replace(/^mariadb:/, 'mysql:')), { search: '' }).href;
      const reader = await createConnection({ uri });
      let reading: Promise<unknown> | undefined;
      try {
        const { plan } = await place.sync({
          prove: false,
          onEvent: (event) => {
            if (event.type === 'within' && event.noun === 'percent')
              reading ??= reader.query('START TRANSACTION WITH CONSISTENT SNAPSHOT');
          },
        });
        expect(reading).toBeDefined();
        await reading;
        const [[seen]] = (await reader.query('SELECT COUNT(*) AS n FROM t')) as unknown as [[{ readonly n: number }]];
        expect(seen.n).toBeLessThan(3000);
        const hazard = plan?.up
          .flatMap(({ steps }) => steps.flatMap(({ hazards }) => hazards))
          .find(({ code }) => code === 'hands-over-copy');
        expect(hazard?.hint).toContain('without the rows that came to the copy later');
      } finally {
        await reader.end();
      }
      expect(await place.query('SELECT COUNT(*) AS n FROM t')).toEqual([{ n: 3000 }]);
    },
  );

  test('and what it leaves where it is killed with us goes with the next plan', { timeout }, async () => {
    await using place = await open(join(folder, 'not there'), {}, 3);
    await place.query(
      'CREATE TABLE _schema_sync_new_t LIKE t; CREATE TRIGGER pt_osc_d_t_ins AFTER INSERT ON t FOR EACH ROW REPLACE INTO _schema_sync_new_t (id) VALUES (NEW.id)',
    );
    await place.desire(`${before.replace(');', ', c int);')}`);
    expect((await place.sync()).report?.outcome).toBe('done');
    expect(await scaffolds(place)).toEqual([]);
    expect(await place.query('SELECT COUNT(*) AS n FROM t')).toEqual([{ n: 3 }]);
  });

  test('without a shell, without a password among the arguments, and what it says is told', { timeout }, async () => {
    const said = join(folder, `said-${name}`);
    const path = await program(`for each; do echo "$each" >> '${said}'; done
file=$(echo "$1" | sed 's/^--defaults-file=//'); stat -c %a "$file" >> '${said}'; cat "$file" >> '${said}'
echo "it does not like this"; exit 17`);
    await using place = await open(path, { copyWithArguments: ['--max-lag=5; touch x'] }, 3);
    const user = `hand_${randomBytes(6).toString('hex')}`;
    await administerMysql(url, `CREATE USER '${user}'@'%' IDENTIFIED BY 'secret'`, `GRANT ALL ON *.* TO '${user}'@'%'`);
    const tenant = tenantAs(place, user, scheme);
    const refused = await place.engine
      .sync(tenant, place.goal, { prove: false, online: 'always', allow: 'all' })
      .catch((error) => error)
      .finally(() => administerMysql(url, `DROP USER '${user}'@'%'`));
    expect(refused.message).toContain('pt-online-schema-change ended with 17:\nit does not like this');
    expect(refused.hint).toContain('The table is defined as it was, and nothing is left of its copy.');
    const lines = (await readFile(said, 'utf8')).split('\n');
    const database = new URL(place.tenant.target.url).pathname.slice(1);
    expect(lines).toContain(`D=${database},t=t`);
    expect(lines).toContain('--max-lag=5; touch x');
    expect(lines).toContain('--new-table-name=_schema_sync_new_t');
    expect(lines.find((line) => line.startsWith('--alter='))).toMatch(
      /^--alter=MODIFY COLUMN `a` bigint.*, ADD COLUMN `b` int/,
    );
    expect(lines).toContain('600');
    expect(lines).toContain(`user="${user}"`);
    expect(lines.filter((line) => line.includes('secret'))).toEqual(['password="secret"']);
    expect(JSON.stringify(refused)).not.toContain('secret');
    const file = lines[0]?.replace('--defaults-file=', '') ?? '';
    await expect(readdir(join(file, '..'))).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await place.query('SELECT COUNT(*) AS n FROM t')).toEqual([{ n: 3 }]);
  });

  test('and of a table that has its copy already nobody says that it is as it was', { timeout }, async () => {
    const ready = join(folder, `ready-${name}`);
    // The copy is put in place by the test, while the program waits; it fails after that, as it does where it cannot drop the old table.
    const path = await program(`touch '${ready}'; while [ -e '${ready}' ]; do sleep 0.1; done; exit 3`);
    await using place = await open(path, {}, 3);
    const running = place.sync({ prove: false }).catch((error) => error);
    await expect
      .poll(
        () =>
          readFile(ready).then(
            () => true,
            () => false,
          ),
        { timeout: 20_000 },
      )
      .toBe(true);
    await place.query(
      'CREATE TABLE _schema_sync_new_t LIKE t; ALTER TABLE _schema_sync_new_t MODIFY a bigint; INSERT INTO _schema_sync_new_t SELECT * FROM t; RENAME TABLE t TO _t_old, _schema_sync_new_t TO t',
    );
    await rm(ready);
    const refused = await running;
    expect(refused.message).toContain('ended with 3');
    expect(refused.hint).toContain('its copy has its place');
  });

  test('and none is started once somebody has stopped the run', { timeout }, async () => {
    const started = join(folder, `started-${name}`);
    const path = await program(`touch '${started}'`);
    const stop = new AbortController();
    let isHanding = false;
    // It is asked for once the run has begun with the step, and before there is a program to tell.
    const password = () => {
      if (isHanding) stop.abort();
      return '';
    };
    await using place = await open(path, { password }, 3);
    const onEvent = (event: RunEvent) => {
      if (event.type === 'step') isHanding = true;
    };
    const stopped = await place
      .sync({ prove: false, signal: stop.signal, onEvent: (event) => onEvent(event as RunEvent) })
      .catch((error) => error);
    expect(stopped).toMatchObject({ code: 'CANCELLED' });
    await expect(readFile(started)).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await scaffolds(place)).toEqual([]);
  });

  test('and a database is named that the program cannot be told', { timeout }, async () => {
    const started = join(folder, `untold-${name}`);
    await using place = await open(await program(`touch '${started}'`), {}, 3);
    for (const letter of [',', '=', '\\']) {
      const database = `told_${randomBytes(6).toString('hex')}${letter}t`;
      await administerMysql(
        url,
        `CREATE DATABASE \`${database}\``,
        `CREATE TABLE \`${database}\`.t (id int PRIMARY KEY, a int)`,
      );
      const target = Object.assign(new URL(place.tenant.target.url), { pathname: `/${encodeURIComponent(database)}` });
      const tenant = tenantContext({ id: 'default', target: { ...place.tenant.target, url: target.href } });
      await place.desire('CREATE TABLE t (id int PRIMARY KEY, a bigint);');
      const refused = await place.engine
        .sync(tenant, place.goal, { prove: false, online: 'always', allow: 'all' })
        .catch((error) => error)
        .finally(() => administerMysql(url, `DROP DATABASE \`${database}\``));
      expect(refused).toMatchObject({
        code: 'UNSUPPORTED',
        message: expect.stringContaining(`as ${database} does`),
        hint: expect.stringContaining('without copyWith'),
      });
    }
    await expect(readFile(started)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('to a program that is there, which is looked at before anything runs', { timeout }, async () => {
    await using place = await open(join(folder, 'not there'), {}, 3);
    await expect(place.sync()).rejects.toMatchObject({
      code: 'UNSUPPORTED',
      message: expect.stringContaining('there is no program'),
      hint: expect.stringContaining('copyWithProgram'),
    });
    // The program would cut off what does not fit.
    await place.desire(before.replace('a int', 'a smallint'));
    expect(JSON.stringify((await place.sync({ dryRun: true, prove: false })).plan?.up)).toContain('copies-online');
    // A table with foreign keys is copied by schema-sync itself, which keeps their names.
    await place.query(
      'DELETE FROM t; CREATE TABLE p (id int PRIMARY KEY); ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES p (id)',
    );
    await place.desire(
      `CREATE TABLE p (id int PRIMARY KEY); ${before.replace('varchar(20));', 'varchar(20) CHARACTER SET latin1, KEY f (a), CONSTRAINT f FOREIGN KEY (a) REFERENCES p (id));')}`,
    );
    const { plan } = await place.sync({ dryRun: true, prove: false });
    expect(JSON.stringify(plan?.up)).toContain('copies-online');
  });
});
