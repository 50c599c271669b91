import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { schemaSync } from '../faults/support/command.js';
import { clientProgram } from '../servers/mysql-dump.mjs';
import { openPlace } from './place.js';
import { family } from './servers.js';

const goal = `
CREATE TABLE t (id int PRIMARY KEY, n varchar(20) DEFAULT 'a;b' COMMENT '$$');
DELIMITER //
CREATE PROCEDURE p() BEGIN SELECT 1; SELECT '$$;'; END//
CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW BEGIN SET NEW.n = CONCAT(NEW.n, '/', '/'); END//
SET sql_mode = 'ANSI_QUOTES,PIPES_AS_CONCAT'//
CREATE FUNCTION f() RETURNS varchar(20) DETERMINISTIC BEGIN DECLARE "x" varchar(9) DEFAULT ';'; RETURN "x" || '//'; END//
DELIMITER ;
SET sql_mode = '', time_zone = '+02:00';
CREATE EVENT e ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' DISABLE DO DELETE FROM t;
`;

const env = { SCHEMA_SYNC_DRIVERS_FROM: fileURLToPath(new URL('..', import.meta.url)) };

/** Nobody's transaction is waited for as an empty table is copied. */
const before = 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (id int PRIMARY KEY, a int, KEY a (a))';
const after = `CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE t (id bigint PRIMARY KEY, a int, KEY a (a), CONSTRAINT f FOREIGN KEY (a) REFERENCES p (id));`;

describe.each(family)('$name', ({ name, scheme, driver, url }) => {
  test('the engine’s own client copies a table as it is printed, beside those who write', async ({ skip }) => {
    if (url === '') return skip('absent');
    const client = await clientProgram(name);
    if ('absent' in client) return skip(`absent: ${client.absent}`);
    await using place = await openPlace({ url, scheme, driver, start: before, goal: after });
    const { url: target } = place.tenant.target;
    const args = ['plan', '--url', target, '--to', place.goal, '--online', '--format', 'sql'];
    const { code, stdout, stderr } = await schemaSync(args, { cwd: dirname(place.goal), env });
    expect(code, stderr).toBe(0);
    expect(stdout).toContain('RENAME TABLE');
    const [program = '', ...first] = client.program;
    const { hostname, port, username, pathname } = new URL(target);
    const at = ['--no-defaults', `--host=${hostname}`, `--port=${port}`, `--user=${username}`, pathname.slice(1)];
    const ran = spawnSync(program, [...first, ...at], { input: stdout, encoding: 'utf8' });
    expect(ran.status, ran.stderr).toBe(0);
    expect((await place.sync({ dryRun: true })).inSync).toBe(true);
  });

  test('the engine’s own client runs what is printed as SQL, as it is', async ({ skip }) => {
    if (url === '') return skip('absent');
    const client = await clientProgram(name);
    if ('absent' in client) return skip(`absent: ${client.absent}`);
    await using place = await openPlace({ url, scheme, driver, start: 'SELECT 1', goal });
    const { url: target } = place.tenant.target;
    const [program = '', ...first] = client.program;
    const { hostname, port, username, pathname } = new URL(target);
    const at = ['--no-defaults', `--host=${hostname}`, `--port=${port}`, `--user=${username}`, pathname.slice(1)];
    const print = async (...args: readonly string[]) => {
      const { code, stdout, stderr } = await schemaSync(args, { cwd: dirname(place.goal), env });
      expect(code, stderr).toBe(0);
      return stdout;
    };
    const run = (input: string) => {
      const { status, stderr } = spawnSync(program, [...first, ...at], { input, encoding: 'utf8' });
      expect(status, stderr).toBe(0);
    };
    run(await print('plan', '--url', target, '--to', place.goal, '--format', 'sql'));
    expect((await place.sync({ dryRun: true })).inSync).toBe(true);
    expect(await place.query('SELECT f() AS f')).toEqual([{ f: ';//' }]);
    const written = await print('inspect', '--url', target, '--format', 'sql');
    await place.query('DROP TABLE t; DROP FUNCTION f; DROP PROCEDURE p; DROP EVENT e');
    run(written);
    expect((await place.sync({ dryRun: true })).inSync).toBe(true);
    await place.desire(written);
    expect((await place.sync({ dryRun: true })).inSync).toBe(true);
  });
});
