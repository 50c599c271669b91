import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { schemaSync } from '../faults/support/command.js';
import { realServer } from '../servers/real-server.js';

const server = realServer('postgres-18');
const here = join(import.meta.dirname, '..');
const core = join(here, '../packages/core');

const schema = `
CREATE TABLE users (id serial PRIMARY KEY, mail text, age int, "O""ld" text);
CREATE INDEX by_mail ON users (mail);
CREATE TABLE posts (id bigint, author int, body text);
`;

const migration = `-- of another tool
BEGIN;
SET lock_timeout = '5s';
ALTER TABLE users ADD COLUMN nick text;
ALTER TABLE users ADD COLUMN token uuid DEFAULT gen_random_uuid();
ALTER TABLE posts
  ADD CONSTRAINT posts_author FOREIGN KEY (author) REFERENCES users (id);
COMMIT;
CREATE INDEX CONCURRENTLY posts_author_idx ON posts (author);
ALTER TABLE users DROP COLUMN "O""ld";
DO $$ BEGIN EXECUTE 'ALTER TABLE posts RENAME TO articles'; END $$;
VACUUM FULL users;
TRUNCATE articles;
CREATE ROLE somebody;
UPDATE users SET nick = mail;
`;

interface Seen {
  readonly at: string;
  readonly atomic?: boolean;
  readonly locks: readonly unknown[];
  readonly hazards: readonly {
    readonly code: string;
    readonly lock?: string;
    readonly hint?: string;
    readonly message: string;
  }[];
  readonly skipped?: string;
  readonly failure?: { readonly message: string };
}

describe('lint --statements', () => {
  if ('absent' in server) {
    test.skip(`absent: ${server.absent}`, () => {});
    return;
  }
  let cwd = '';
  beforeAll(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'lint-statements-'));
    await mkdir(join(cwd, 'schema'));
    await writeFile(join(cwd, 'schema/a.sql'), schema);
  });
  afterAll(() => rm(cwd, { recursive: true, force: true }));

  const lint = async (text: string, ...more: readonly string[]) => {
    await writeFile(join(cwd, 'm.sql'), text);
    const args = [
      'lint',
      '--statements',
      'm.sql',
      '--from',
      './schema',
      '--engine',
      'postgres',
      '--scratch',
      server.url,
    ];
    return schemaSync([...args, ...more], { cwd, env: { SCHEMA_SYNC_DRIVERS_FROM: here } });
  };
  const seenIn = async (text: string) => {
    const { stdout } = await lint(text, '--format', 'json');
    const found = JSON.parse(stdout) as { readonly statements: readonly Seen[] };
    expect(problems(found)).toEqual([]);
    return found.statements;
  };

  test('runs nothing that reaches beyond scratch, and says who stands in the way and what was not looked at', async () => {
    const reaching = [
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'nobody'",
      "UPDATE posts SET body = pg_catalog.pg_read_file('nothing')",
      "DO $$ BEGIN PERFORM public.dblink_exec('host=nowhere', 'SELECT 1'); END $$",
      `SELECT "lo_import" ('/nothing')`,
    ];
    const seen = await seenIn(
      `${reaching.join(';\n')};\nSELECT count(pg_reload_conf) FROM (VALUES (1)) t (pg_reload_conf);`,
    );
    expect(seen.map(({ skipped }) => skipped)).toEqual([
      'pg_terminate_backend reaches beyond a scratch database',
      'pg_read_file reaches beyond a scratch database',
      'dblink_exec reaches beyond a scratch database',
      'lo_import reaches beyond a scratch database',
      undefined,
    ]);
    const view = 'CREATE VIEW bodies AS SELECT body FROM posts';
    const { stdout } = await lint(`${view}; ALTER TABLE posts ALTER body TYPE varchar(9); SELECT 1; SELECT 2;`);
    expect(stdout).toContain('rule _RETURN on view bodies depends on column "body"');
    expect(stdout).toContain('what comes after it was not looked at: 2 statements');
  });

  test('tells of each statement what it did, from what the server shows', async () => {
    const seen = await seenIn(migration);
    const told = seen.map(({ at, hazards, atomic, skipped }) => [
      Number(at.split(':')[1]),
      skipped ?? hazards.map(({ code, lock }) => `${code} ${lock ?? ''}`.trim()).join(', '),
      ...(atomic === false ? ['alone'] : []),
    ]);
    const apart = 'each statement is looked at by itself';
    expect(told).toEqual([
      [2, apart],
      [3, ''],
      [4, 'locks-table ACCESS EXCLUSIVE'],
      [5, 'rewrites-table ACCESS EXCLUSIVE'],
      [6, 'scans-table SHARE ROW EXCLUSIVE, locks-table SHARE ROW EXCLUSIVE'],
      [8, apart],
      [9, '', 'alone'],
      [10, 'drops-column ACCESS EXCLUSIVE'],
      [11, 'breaks-clients ACCESS EXCLUSIVE'],
      [12, 'rewrites-table ACCESS EXCLUSIVE', 'alone'],
      [13, 'empties-table ACCESS EXCLUSIVE'],
      [14, 'it reaches beyond a scratch database'],
      [15, 'updates-all-rows'],
    ]);
    expect(seen[7]?.hazards[0]?.hint).toContain('ALTER TABLE … RENAME COLUMN');
    for (const { hazards } of seen)
      for (const { hint = '' } of hazards)
        expect(hint).not.toMatch(/--rename|@renamed|--online|--exclude|way down|step/);
    expect(seen[4]?.locks).toContainEqual({ on: 'users', lock: 'SHARE ROW EXCLUSIVE' });
    expect(seen[4]?.hazards.map(({ message }) => /table \w+/.exec(message)?.[0])).toEqual([
      'table posts',
      'table users',
    ]);
  });

  test('tells of what comes again under its name that it was built, not that it went', async () => {
    const seen = await seenIn(`
ALTER TABLE users ADD CONSTRAINT adult CHECK (age > 17), ADD CONSTRAINT once UNIQUE (age);
ALTER TABLE posts ADD CONSTRAINT posts_author FOREIGN KEY (author) REFERENCES users (id);
ALTER TABLE users ALTER COLUMN age TYPE bigint, ALTER COLUMN id TYPE bigint;
REINDEX INDEX once;
REINDEX INDEX CONCURRENTLY once;
DROP INDEX CONCURRENTLY by_mail;
ALTER TABLE posts SET UNLOGGED;
`);
    const told = seen.slice(2).map(({ hazards }) => hazards.map(({ code, lock }) => `${code} ${lock}`).join(', '));
    expect(told).toEqual([
      // The key of posts is looked at again.
      'scans-table ACCESS EXCLUSIVE, rewrites-table ACCESS EXCLUSIVE',
      'builds-index ACCESS EXCLUSIVE',
      '',
      'drops-index SHARE UPDATE EXCLUSIVE',
      'rewrites-table ACCESS EXCLUSIVE',
    ]);
    expect(seen[2]?.hazards[1]?.hint).toContain('fill it in batches');
    expect(seen[6]?.hazards[0]?.hint).not.toContain('column');
  });

  test('tells the same whatever search_path is set, as dumps set it to nothing', async () => {
    const seen = await seenIn(`
CREATE TYPE mood AS ENUM ('a');
ALTER TABLE users ADD COLUMN mood mood, ADD COLUMN moods mood[];
SELECT pg_catalog.set_config('search_path', '', false);
ALTER TABLE public.users ADD COLUMN nick text;
`);
    expect(seen.slice(3).map(({ hazards }) => hazards.map(({ code }) => code))).toEqual([['locks-table']]);
  });

  test('tells of a range type that goes once, and not of the functions that make its values', async () => {
    const seen = await seenIn('CREATE TYPE span AS RANGE (subtype = int); DROP TYPE span;');
    expect(seen.map(({ hazards }) => hazards.map(({ code }) => code))).toEqual([[], ['drops-type']]);
  });

  test('tells of a DELETE and an UPDATE that have no WHERE, in whatever words', async () => {
    const seen = await seenIn(`
DELETE FROM ONLY public."posts";
WITH old AS (SELECT id FROM posts WHERE id < 9) DELETE FROM users USING old;
UPDATE users AS u SET age = (SELECT max(id) FROM posts WHERE author = u.id);
DELETE FROM posts WHERE id = 1;
UPDATE users SET mail = 'WHERE' WHERE true;
CREATE TEMPORARY TABLE kept AS SELECT 1 AS a;
DELETE FROM kept;
INSERT INTO users (mail) VALUES ('a') ON CONFLICT (id) DO UPDATE SET mail = 'b';
CREATE INDEX ON users (age);
`);
    expect(seen.map(({ hazards }) => hazards.map(({ code }) => code))).toEqual([
      ['deletes-all-rows'],
      ['deletes-all-rows'],
      ['updates-all-rows'],
      [],
      [],
      [],
      [],
      [],
      ['builds-index'],
    ]);
    expect(seen[8]?.hazards[0]?.hint).toContain('CREATE INDEX CONCURRENTLY');
  });

  test('fails on the classes that it is asked to, and on a statement that fails', async () => {
    const drop = 'DROP TABLE posts;';
    expect((await lint(drop)).code).toBe(0);
    expect((await lint(drop, '--fail-on', 'gated')).code).toBe(3);
    const wrong = await lint('ALTER TABLE users ADD nick text;\nALTER TABLE nobody ADD a int;\nDROP TABLE posts;');
    expect(wrong).toMatchObject({ code: 1, stdout: expect.stringContaining('m.sql:2') });
    expect(wrong.stdout).toContain('relation "nobody" does not exist');
    expect(wrong.stdout).not.toContain('m.sql:3');
  });

  test('says what a transaction does not take', async () => {
    const seen = await seenIn('BEGIN;\nCREATE INDEX CONCURRENTLY i ON users (age);\nCOMMIT;');
    expect(seen[1]?.failure?.message).toContain('one was begun at m.sql:1');
  });

  test('writes SARIF and JUnit with the lines', async () => {
    const { stdout } = await lint(migration, '--format', 'sarif', '--fail-on', 'data-loss');
    const { results } = JSON.parse(stdout).runs[0];
    const drop = results.find(({ ruleId }: { ruleId: string }) => ruleId === 'drops-column');
    expect(drop).toMatchObject({ level: 'error', locations: [{ physicalLocation: { region: { startLine: 10 } } }] });
    const junit = await lint(migration, '--format', 'junit', '--fail-on', 'data-loss');
    expect(junit.stdout.match(/<failure /g)).toHaveLength(2);
    expect(junit.stdout).toContain('m.sql:10');
  });

  test('is refused by name for an engine that cannot tell', async () => {
    await writeFile(join(cwd, 's.sql'), 'CREATE TABLE t (a);');
    const told = await schemaSync(['lint', '--statements', 's.sql', '--engine', 'sqlite'], {
      cwd,
      env: { SCHEMA_SYNC_DRIVERS_FROM: here },
    });
    expect(told.stderr).toMatch(/error\[UNSUPPORTED\] the sqlite driver cannot tell/);
  });
});

interface Ajv {
  addSchema(schema: object): void;
  compile(schema: object): { (value: unknown): boolean; readonly errors?: readonly unknown[] | null };
}

function problems(value: unknown): readonly unknown[] {
  const { Ajv2020 } = createRequire(join(core, 'package.json'))('ajv/dist/2020.js') as {
    readonly Ajv2020: new (options: object) => Ajv;
  };
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, formats: { 'date-time': true } });
  const read = (name: string) => JSON.parse(readFileSync(join(core, 'schemas', name), 'utf8')) as object;
  ajv.addSchema(read('common.json'));
  const validate = ajv.compile(read('lint.json'));
  return validate(value) ? [] : (validate.errors ?? []);
}
