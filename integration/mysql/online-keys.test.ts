import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { administerMysql, freshMysqlDatabase } from '../servers/fresh-mysql-database.js';
import { openPlace, type Place, tenantAs } from './place.js';
import { runIn } from './run-in.js';
import { family } from './servers.js';

const timeout = 120_000;
const others = `
CREATE TABLE regions (id int PRIMARY KEY);
CREATE TABLE lines (id int PRIMARY KEY, t int, KEY t (t), CONSTRAINT of_t FOREIGN KEY (t) REFERENCES t (id) ON DELETE CASCADE);
CREATE TABLE notes (id int PRIMARY KEY, code varchar(10), KEY code (code), CONSTRAINT by_code FOREIGN KEY (code) REFERENCES t (code) ON UPDATE CASCADE);
CREATE TABLE marks (id int PRIMARY KEY, t int, KEY t (t), CONSTRAINT moved FOREIGN KEY (t) REFERENCES t (id) ON UPDATE CASCADE);
`;
const table = (a: string) => `
CREATE TABLE t (
  id int PRIMARY KEY, a ${a}, code varchar(10), up int, region int,
  UNIQUE KEY code (code), KEY up (up), KEY region (region),
  CONSTRAINT above FOREIGN KEY (up) REFERENCES t (id),
  CONSTRAINT of_region FOREIGN KEY (region) REFERENCES regions (id) ON DELETE SET NULL
);
`;
const [create, ...referring] = others.trim().split('\n');
const schema = (a: string) => `${create}${table(a)}${referring.join('\n')}`;
const rows = `
INSERT INTO regions VALUES (1), (2), (3);
INSERT INTO t SELECT i, i, CONCAT('c', i), NULL, i % 3 + 1 FROM (WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 90) SELECT i FROM n) AS many;
UPDATE t SET up = 90 WHERE id < 5;
INSERT INTO \`lines\` SELECT id, id FROM t WHERE id < 48;
INSERT INTO notes SELECT id, code FROM t WHERE id BETWEEN 35 AND 47;
INSERT INTO marks SELECT id, id FROM t WHERE id BETWEEN 48 AND 77;
`;
const start = (schema('int') + rows).replace('TABLE lines', 'TABLE `lines`');
const goal = schema('bigint').replace('TABLE lines', 'TABLE `lines`');

/** What others write while the table is copied: rows go, get other keys, come, and their regions go. */
const writes = (n: number): readonly string[] => [
  `DELETE FROM t WHERE id = ${5 + n}`,
  `UPDATE t SET id = ${500 + n} WHERE id = ${48 + n}`,
  `UPDATE t SET code = 'x${n}' WHERE id = ${35 + (n % 13)}`,
  `DELETE FROM regions WHERE id = ${n === 9 ? 2 : 0}`,
  `INSERT INTO t VALUES (${200 + n}, 1, 'n${n}', 90, 1)`,
  `INSERT INTO \`lines\` VALUES (${200 + n}, ${200 + n})`,
];

const keysOf = ({ query }: Place) =>
  query(`SELECT r.table_name AS t, r.constraint_name AS n, r.referenced_table_name AS target, r.delete_rule AS d, r.update_rule AS u
FROM information_schema.referential_constraints r WHERE r.constraint_schema = DATABASE() ORDER BY 1, 2`);

/** Rows that refer to none. */
const strays = async ({ query }: Place) => [
  ...(await query('SELECT * FROM `lines` WHERE NOT EXISTS (SELECT 1 FROM t WHERE t.id = `lines`.t)')),
  ...(await query('SELECT * FROM notes WHERE NOT EXISTS (SELECT 1 FROM t WHERE t.code = notes.code)')),
  ...(await query('SELECT * FROM marks WHERE NOT EXISTS (SELECT 1 FROM t WHERE t.id = marks.t)')),
];

const scaffolds = ({ query }: Place) =>
  query(`SELECT table_name AS n FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name REGEXP '^_schema_sync_(new|old)'
UNION ALL SELECT constraint_name FROM information_schema.table_constraints WHERE constraint_schema = DATABASE() AND constraint_name LIKE '\\_schema\\_sync%'
UNION ALL SELECT trigger_name FROM information_schema.triggers WHERE trigger_schema = DATABASE()
UNION ALL SELECT routine_name FROM information_schema.routines WHERE routine_schema = DATABASE()`);

describe.each(family)('tables of $name with foreign keys are copied online', ({ name, scheme, driver, url }) => {
  if (url === '') {
    test.skip(`absent: ${name}`, () => {});
    return;
  }
  const open = (from = start, to = goal) => openPlace({ url, scheme, driver, start: from, goal: to });

  test('that lead from them, to them, and from them to themselves, and back', { timeout }, async () => {
    await using place = await open();
    const read = async () => [await place.query('SELECT * FROM t ORDER BY id'), await keysOf(place)];
    const was = await read();
    const { plan, report } = await place.sync();
    expect(report?.outcome).toBe('done');
    const hazards = plan?.up.flatMap(({ steps }) => steps.flatMap((step) => step.hazards.map(({ code }) => code)));
    expect(hazards).toEqual(['copies-online']);
    expect(await read()).toEqual(was);
    expect(await strays(place)).toEqual([]);
    await expect(place.query('INSERT INTO `lines` VALUES (999, 999)')).rejects.toThrow(/foreign key/);
    await expect(place.query('DELETE FROM t WHERE id = 90')).rejects.toThrow(/foreign key/);
    expect((await place.sync()).inSync).toBe(true);
    if (!plan) throw new Error('nothing was planned');
    await place.engine.down(place.tenant, plan, { allow: 'all' });
    expect(await read()).toEqual(was);
    expect(await scaffolds(place)).toEqual([]);
  });

  test('and hold at each moment, whatever others write between two statements', { timeout }, async () => {
    await using place = await open();
    const { plan } = await place.sync({ dryRun: true });
    const steps = plan?.up.flatMap((batch) => batch.steps.map((step) => ({ ...step, settings: batch.settings }))) ?? [];
    let n = 0;
    for (const { sql, settings } of steps) {
      for (const { text, repeat } of sql) {
        const checks = settings['mysql/foreign_key_checks'] === 0 ? 'SET foreign_key_checks = 0;' : '';
        const found = await place.query(checks + (repeat ? text.replace('?', "''") : text));
        if (text.includes("'missing'")) expect(found).toEqual([]);
        for (const write of writes(n)) await place.query(write);
        await expect(place.query('INSERT INTO `lines` VALUES (999, 999)')).rejects.toThrow(/foreign key/);
        await expect(place.query('DELETE FROM t WHERE id = 90')).rejects.toThrow(/foreign key/);
        expect(await strays(place)).toEqual([]);
        n++;
      }
    }
    expect(n).toBeLessThanOrEqual(30);
    const count = (of: string) => place.query(`SELECT COUNT(*) AS n FROM ${of}`);
    expect(await count(`\`lines\` WHERE id BETWEEN 5 AND ${4 + n}`)).toEqual([{ n: 0 }]);
    expect(await count(`marks WHERE t BETWEEN 500 AND ${499 + n}`)).toEqual([{ n }]);
    expect(await count("notes WHERE code LIKE 'x%'")).toEqual([{ n: 13 }]);
    expect(await count('t WHERE region = 2')).toEqual([{ n: 0 }]);
    expect(await count('t')).toEqual([{ n: 90 }]);
    expect((await place.sync({ dryRun: true })).inSync).toBe(true);
  });

  test('and tables that refer to them keep the indexes that the server made for that', { timeout }, async () => {
    const made = (a: string) => `
CREATE TABLE p (id int PRIMARY KEY, a ${a});
CREATE TABLE q (id int PRIMARY KEY);
CREATE TABLE c (
  id int PRIMARY KEY, p int, named int, both_ends int,
  FOREIGN KEY (p) REFERENCES p (id), CONSTRAINT by_name FOREIGN KEY (named) REFERENCES p (id),
  CONSTRAINT to_q FOREIGN KEY (both_ends) REFERENCES q (id), CONSTRAINT to_p FOREIGN KEY (both_ends) REFERENCES p (id) ON DELETE CASCADE
);`;
    const filled = 'INSERT INTO p VALUES (1, 1); INSERT INTO q VALUES (1); INSERT INTO c VALUES (1, 1, 1, 1);';
    await using place = await open(made('int') + filled, made('bigint'));
    const indexes = () =>
      place.query(
        "SELECT index_name AS i, column_name AS c FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 'c' ORDER BY 1",
      );
    const was = await indexes();
    const { report } = await place.sync();
    expect(report?.outcome).toBe('done');
    expect(await indexes()).toEqual(was);
    expect((await place.sync({ dryRun: true })).inSync).toBe(true);
    await place.engine.down(place.tenant, report?.run ?? '', { allow: 'all' });
    expect(await indexes()).toEqual(was);
    expect(await place.query('SELECT * FROM c')).toEqual([{ id: 1, p: 1, named: 1, both_ends: 1 }]);
    expect(await scaffolds(place)).toEqual([]);
  });

  test('and the next plan goes on wherever a run was stopped', { timeout: 3 * timeout }, async () => {
    await using place = await open();
    const keys = await keysOf(place);
    const { plan } = await place.sync({ dryRun: true });
    const all =
      plan?.up.flatMap(({ settings, steps }) =>
        steps.flatMap((step) => step.sql.map((each) => ({ ...each, settings }))),
      ) ?? [];
    const first = all.findIndex(({ repeat }) => repeat);
    for (let end = first; end <= all.length; end++) {
      for (const { text, repeat, check, settings } of all.slice(0, end)) {
        if (check) continue;
        const checks = settings['mysql/foreign_key_checks'] === 0 ? 'SET foreign_key_checks = 0;' : '';
        await place.query(checks + (repeat ? text.replace('?', "''") : text));
      }
      await place.sync({ prove: false });
      expect(await scaffolds(place)).toEqual([]);
      expect(await keysOf(place)).toEqual(keys);
      await place.desire(start.slice(0, start.indexOf('INSERT')));
      await place.sync({ prove: false, online: 'never' });
      await place.desire(goal);
    }
    expect(await place.query('SELECT COUNT(*) AS n FROM t')).toEqual([{ n: 90 }]);
    expect(await strays(place)).toEqual([]);
  });

  test('but for those of another database, which is asked ahead', { timeout }, async () => {
    await using place = await open(
      'CREATE TABLE p (id int PRIMARY KEY, a int);',
      'CREATE TABLE p (id int PRIMARY KEY, a bigint);',
    );
    await using beside = await freshMysqlDatabase(url, scheme, 'utf8mb4_general_ci');
    const database = new URL(place.tenant.target.url).pathname.slice(1);
    await runIn(
      beside.url,
      `CREATE TABLE c (id int PRIMARY KEY, p int, CONSTRAINT far FOREIGN KEY (p) REFERENCES \`${database}\`.p (id))`,
    );
    await expect(place.sync()).rejects.toMatchObject({
      code: 'CHECK_FAILED',
      message: expect.stringContaining('of another database lead to table p'),
      hint: expect.stringContaining('--no-online'),
    });
    expect(await scaffolds(place)).toEqual([]);
    await runIn(beside.url, 'DROP TABLE c');
    expect((await place.sync()).report?.outcome).toBe('done');
  });

  test('but for those that the account cannot see, which the server tells of', { timeout }, async () => {
    const table = (a: string) => `CREATE TABLE p (id int PRIMARY KEY, a ${a});`;
    await using place = await open(`${table('int')} INSERT INTO p VALUES (1, 1);`, table('bigint'));
    await using beside = await freshMysqlDatabase(url, scheme, 'utf8mb4_general_ci');
    const database = new URL(place.tenant.target.url).pathname.slice(1);
    const keys = `CREATE TABLE c (id int PRIMARY KEY, p int, CONSTRAINT far FOREIGN KEY (p) REFERENCES \`${database}\`.p (id))`;
    await runIn(beside.url, `${keys}; INSERT INTO c VALUES (1, 1)`);
    const user = `near_${randomBytes(6).toString('hex')}`;
    const all = `GRANT ALL ON \`${database.replaceAll('_', '\\_')}\`.* TO '${user}'@'%'`;
    await administerMysql(url, `CREATE USER '${user}'@'%' IDENTIFIED BY 'secret'`, all);
    try {
      const compiled = await place.engine.compile(place.goal, { near: place.tenant });
      const tenant = tenantAs(place, user, scheme);
      const run = () => place.engine.sync(tenant, compiled, { prove: false, allow: 'all', online: 'always' });
      await expect(run()).rejects.toMatchObject({
        code: 'CHECK_FAILED',
        exitCode: 3,
        hint: expect.stringContaining('--no-online'),
        message: expect.stringContaining('foreign keys of another database lead to table p, unseen'),
      });
      expect(await scaffolds(place)).toEqual([]);
      await expect(runIn(beside.url, 'INSERT INTO c VALUES (2, 2)')).rejects.toThrow(/foreign key/);
      await place.query('INSERT INTO p VALUES (2, 2)');
      await runIn(beside.url, 'INSERT INTO c VALUES (2, 2); DROP TABLE c');
      expect((await run()).report?.outcome).toBe('done');
      expect(await place.query('SELECT * FROM p ORDER BY id')).toEqual([1, 2].map((id) => ({ id, a: id })));
    } finally {
      await administerMysql(url, `DROP USER '${user}'@'%'`);
    }
  });

  test('and not where one changes rows of it that no trigger sees', { timeout }, async () => {
    const tree = (a: string) =>
      `CREATE TABLE t (id int PRIMARY KEY, a ${a}, up int, KEY up (up), CONSTRAINT above FOREIGN KEY (up) REFERENCES t (id) ON DELETE CASCADE);`;
    await using place = await open(tree('int'), tree('bigint'));
    const { plan } = await place.sync({ dryRun: true });
    expect(plan?.up.flatMap(({ steps }) => steps.flatMap((step) => step.hazards))).toEqual([
      expect.objectContaining({
        code: 'copies-table',
        hint: expect.stringContaining('foreign key above changes rows'),
      }),
    ]);
  });

  test('by whoever has the rights that it takes, and of others they are asked ahead', { timeout }, async () => {
    await using place = await open();
    const user = `copy_${randomBytes(6).toString('hex')}`;
    const target = new URL(place.tenant.target.url);
    const database = target.pathname.slice(1).replaceAll('_', '\\_');
    await administerMysql(
      url,
      `CREATE USER '${user}'@'%' IDENTIFIED BY 'secret'`,
      `GRANT SELECT, ALTER, CREATE, DROP, INSERT ON \`${database}\`.* TO '${user}'@'%'`,
    );
    try {
      const tenant = tenantAs(place, user, scheme);
      const compiled = await place.engine.compile(place.goal, { near: place.tenant });
      const run = () => place.engine.sync(tenant, compiled, { prove: false, allow: 'all', online: 'always' });
      const refused = await run().catch((error) => error);
      expect(refused).toMatchObject({ code: 'PERMISSION_DENIED' });
      const lacks: readonly { readonly lack: string; readonly remedy: string }[] = refused.details.lacks;
      const told = lacks.map(({ lack }) => lack);
      for (const right of ['TRIGGER', 'CREATE ROUTINE', 'UPDATE', 'DELETE'])
        expect(told).toContain(`the copy of table t: the account lacks ${right}`);
      expect(told.includes('the copy of table t: the account lacks REFERENCES')).toBe(scheme === 'mysql');
      expect(await scaffolds(place)).toEqual([]);
      await administerMysql(url, ...lacks.map(({ remedy }) => remedy));
      expect((await run()).report?.outcome).toBe('done');
      expect(await scaffolds(place)).toEqual([]);
    } finally {
      await administerMysql(url, `DROP USER '${user}'@'%'`);
    }
  });
});
