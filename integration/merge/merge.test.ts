import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { schemaSync } from '../faults/support/command.js';
import { realServer } from '../servers/real-server.js';

const drivers = fileURLToPath(new URL('..', import.meta.url));

const base = `CREATE TABLE users (id integer PRIMARY KEY, email varchar(50), age varchar(9));
CREATE TABLE posts (id integer PRIMARY KEY);`;
const ours = `CREATE TABLE users (id integer PRIMARY KEY, email varchar(50), age varchar(9), phone varchar(20));
CREATE VIEW v AS SELECT phone FROM users;`;
const theirs = `CREATE TABLE users (id integer PRIMARY KEY, email varchar(80) NOT NULL, age varchar(9));
CREATE TABLE posts (id integer PRIMARY KEY);
CREATE INDEX users_age ON users (age);`;
const both = `CREATE TABLE users (id integer PRIMARY KEY, email varchar(80) NOT NULL, age varchar(9), phone varchar(20));
CREATE INDEX users_age ON users (age);
CREATE VIEW v AS SELECT phone FROM users;`;

describe.each([
  ['postgres-18', 'postgres'],
  ['postgres-13', 'postgres'],
  ['mysql-9', 'mysql'],
  ['mariadb-11', 'mariadb'],
  ['mariadb-10', 'mariadb'],
])('a merge on %s', (name, scheme) => {
  const server = realServer(name);
  const live = 'absent' in server ? test.skip : test;
  // Scratch databases are made beside one that every server has.
  const place = 'url' in server ? new URL(scheme === 'postgres' ? server.url : new URL('/mysql', server.url)).href : '';
  const url = place.replace(/^\w+:/, `${scheme}:`);

  live('is what both sides come to, and conflicts are told by property', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'merge-'));
    try {
      const other = theirs.replace('varchar(9)', 'varchar(7)');
      const mine = ours.replace('varchar(9)', 'varchar(8)');
      for (const [file, text] of Object.entries({ base, ours, theirs, both, other, mine }))
        await writeFile(join(folder, `${file}.sql`), text);
      const run = (...argv: readonly string[]) =>
        schemaSync([...argv, '--scratch', url], { cwd: folder, env: { SCHEMA_SYNC_DRIVERS_FROM: drivers } });
      const sides = (one: string, two: string) => ['--base', './base.sql', '--ours', one, '--theirs', two];
      const whole = await run('merge', ...sides('./ours.sql', './theirs.sql'), '--format', 'json');
      expect(whole.code, whole.stderr + whole.stdout).toBe(0);
      await writeFile(join(folder, 'merged.json'), JSON.stringify(JSON.parse(whole.stdout).merged));
      const difference = await run('diff', '--from', './both.sql', '--to', './merged.json', '--exit-code');
      expect(difference.code, difference.stdout + difference.stderr).toBe(0);
      const split = await run('merge', ...sides('./mine.sql', './other.sql'), '--format', 'json');
      expect(split.code).toBe(3);
      expect(JSON.parse(split.stdout).conflicts).toMatchObject([
        { reason: 'changed', path: ['columns', 'age', 'type'], base: expect.stringContaining('9') },
      ]);
      const sql = await run('merge', ...sides('./mine.sql', './other.sql'), '--prefer', 'theirs', '--format', 'sql');
      expect(sql.stdout).toMatch(/age\W+\w[\w ]*\(7\)/);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
