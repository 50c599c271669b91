import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine, splitSql, tenantContext } from '@sync/core';
import { createConnection } from 'mysql2/promise';
import { describe, expect, onTestFinished, type TestContext, test } from 'vitest';
import { freshMysqlDatabase } from '../../servers/fresh-mysql-database.js';
import { dump, dumpProgram } from '../../servers/mysql-dump.mjs';
import { type FamilyServer, family } from '../servers.js';

/** The schema of everything, as the engine's own client would read it. */
function definitionsFor({ driver, scheme }: FamilyServer): readonly string[] {
  const files = scheme === 'mariadb' ? ['every.sql', 'mariadb.sql'] : ['every.sql'];
  return files.flatMap((name) => {
    const text = readFileSync(join(import.meta.dirname, name), 'utf8');
    return splitSql(text, name, driver.dialect.lexis).map((statement) => statement.text);
  });
}

/** Names that need no quotes, with what a dump names of them in bodies and in defaults. */
function plainDefinitions({ scheme }: FamilyServer): readonly string[] {
  const sequences = [
    'CREATE SEQUENCE numbers START WITH 10 INCREMENT BY 5',
    'CREATE TABLE numbered (id bigint NOT NULL DEFAULT (NEXT VALUE FOR numbers) PRIMARY KEY, last bigint DEFAULT (LASTVAL(numbers)))',
  ];
  return [
    "CREATE TABLE parent (id int AUTO_INCREMENT PRIMARY KEY, word varchar(20) DEFAULT 'a''b' COMMENT 'it''s', at timestamp NULL)",
    'CREATE TABLE child (id int PRIMARY KEY, above int, n int AS (id * 2) STORED, CHECK (id > 0), CONSTRAINT of_parent FOREIGN KEY (above) REFERENCES parent (id))',
    "INSERT INTO parent (word) VALUES ('x'), ('y')",
    'CREATE TABLE parted (id int PRIMARY KEY) PARTITION BY RANGE (id) (PARTITION low VALUES LESS THAN (10), PARTITION high VALUES LESS THAN MAXVALUE)',
    'CREATE VIEW words AS SELECT p.word, c.n FROM parent p JOIN child c ON c.above = p.id',
    'CREATE VIEW longer AS SELECT word FROM words WHERE LENGTH(word) > 1',
    "CREATE TRIGGER fires BEFORE INSERT ON parent FOR EACH ROW BEGIN IF NEW.word = ';' THEN SET NEW.word = 'x'; END IF; END",
    'CREATE PROCEDURE does(IN a int) BEGIN SELECT a; SELECT COUNT(*) FROM parent; END',
    'CREATE FUNCTION twice(a int) RETURNS int DETERMINISTIC RETURN a * 2',
    "CREATE EVENT nightly ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' DISABLE DO BEGIN DELETE FROM child; DELETE FROM parent; END",
    'CREATE EVENT often ON SCHEDULE EVERY 2 HOUR DISABLE DO DELETE FROM child',
    ...(scheme === 'mariadb' ? sequences : []),
  ];
}

async function fill(url: string, statements: readonly string[]): Promise<void> {
  const client = await createConnection({ uri: url.replace(/^mariadb:/, 'mysql:').replace(/\?.*/, '') });
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

function connection(url: string) {
  return { url, directory: tmpdir() };
}

/** A file in a folder of its own, which goes with the test. */
function writeFile(name: string, text: string): string {
  const directory = mkdtempSync(join(tmpdir(), 'schema-sync-dump-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const path = join(directory, name);
  writeFileSync(path, text);
  return path;
}

function tenantOf(url: string) {
  return tenantContext({ id: 'default', target: { url, directory: tmpdir() } });
}

async function programFor({ name }: FamilyServer, skip: TestContext['skip']): Promise<readonly string[]> {
  const found = await dumpProgram(name);
  return 'absent' in found ? skip(`absent: the dump program of ${name}, ${found.absent}`) : found.program;
}

describe.each(family)('$name', (server) => {
  const live = server.url === '' ? test.skip : test;
  const engine = createEngine({ driver: server.driver });

  live('a whole dump says what the database is, as it is', async ({ skip }) => {
    const program = await programFor(server, skip);
    await using original = await freshMysqlDatabase(server.url, server.scheme);
    await fill(original.url, definitionsFor(server));
    const path = writeFile('dump.sql', await dump(program, original.url, ['--routines', '--events']));
    expect((await engine.plan(tenantOf(original.url), path)).changes).toEqual([]);
  });

  live('a database is made from a dump, and its own dump says the same', async ({ skip }) => {
    const program = await programFor(server, skip);
    await using original = await freshMysqlDatabase(server.url, server.scheme);
    await using made = await freshMysqlDatabase(server.url, server.scheme);
    await fill(original.url, definitionsFor(server));
    const path = writeFile('dump.sql', await dump(program, original.url, ['--routines', '--events']));
    await engine.sync(tenantOf(made.url), path, { allow: 'all' });
    const again = writeFile('again.sql', await dump(program, made.url, ['--routines', '--events']));
    expect((await engine.plan(tenantOf(original.url), again)).changes).toEqual([]);
    expect((await engine.plan(tenantOf(made.url), original.url, { connection })).changes).toEqual([]);
  });

  live('a dump that names its database is read as one that does not; one of two is refused', async ({ skip }) => {
    const program = await programFor(server, skip);
    await using original = await freshMysqlDatabase(server.url, server.scheme);
    await fill(original.url, ['CREATE TABLE t (id INT PRIMARY KEY)', 'CREATE VIEW v AS SELECT id FROM t']);
    const named = await dump(program, original.url, ['--add-drop-database', '--databases']);
    expect(named).toContain('CREATE DATABASE');
    expect((await engine.plan(tenantOf(original.url), writeFile('dump.sql', named))).changes).toEqual([]);
    const two = writeFile('two.sql', `${named}\nUSE other;\nCREATE TABLE u (id INT PRIMARY KEY);`);
    await expect(engine.plan(tenantOf(original.url), two)).rejects.toThrow(/what follows is of database other/);
  });

  const terse = '--compact --skip-comments --routines --events --triggers';
  live.for([
    terse,
    `${terse} --databases`,
    `${terse} --skip-quote-names`,
    `${terse} --skip-quote-names --databases`,
    '--skip-tz-utc --skip-set-charset --hex-blob --complete-insert --routines --events',
  ])('a dump says the same whatever it leaves out: %s', async (flags, { skip }) => {
    const program = await programFor(server, skip);
    await using original = await freshMysqlDatabase(server.url, server.scheme);
    await fill(original.url, plainDefinitions(server));
    const path = writeFile('dump.sql', await dump(program, original.url, flags.split(' ')));
    expect((await engine.plan(tenantOf(original.url), path)).changes).toEqual([]);
  });

  live('a hint stands above a definition with options ahead of what it defines', async () => {
    await using place = await freshMysqlDatabase(server.url, server.scheme);
    await fill(place.url, ['CREATE TABLE t (id INT PRIMARY KEY)', 'CREATE VIEW old AS SELECT id FROM t']);
    const path = writeFile(
      'schema.sql',
      `CREATE TABLE t (id INT PRIMARY KEY);
       -- @renamed from=old
       CREATE ALGORITHM=UNDEFINED DEFINER=\`root\`@\`%\` SQL SECURITY DEFINER VIEW young AS SELECT id FROM t;`,
    );
    const { changes } = await engine.plan(tenantOf(place.url), path);
    expect(changes).toMatchObject([{ verb: 'rename', address: 'view:young' }]);
  });
});
