import { copyFileSync, writeFileSync } from 'node:fs';
import { createEngine, type Inspection, inspect, tenantContext } from '@sync/core';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import driver from '../src/index.js';
import { type Folder, folder } from './folder.js';

const engine = createEngine({ driver });

const schema = [
  'CREATE TABLE plans (id INTEGER PRIMARY KEY)',
  "CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT, mail TEXT NOT NULL DEFAULT '', plan INTEGER REFERENCES plans)",
  'CREATE INDEX by_mail ON users (mail)',
  'CREATE VIEW mails AS SELECT mail FROM users',
  'CREATE TRIGGER kept BEFORE DELETE ON users BEGIN SELECT 1; END',
  'CREATE VIRTUAL TABLE notes USING fts5(body)',
];

/** What is changed by others: one statement each, so that no change hides behind another. */
const changes = [
  'ALTER TABLE users ADD COLUMN age INTEGER',
  'ALTER TABLE users RENAME COLUMN age TO years',
  'ALTER TABLE users DROP COLUMN years',
  'ALTER TABLE plans RENAME TO tariffs',
  'CREATE UNIQUE INDEX once ON users (mail) WHERE id > 7',
  'DROP INDEX once',
  'DROP VIEW mails',
  'CREATE VIEW mails AS SELECT lower(mail) AS mail FROM users',
  'DROP TRIGGER kept',
  'CREATE TRIGGER kept AFTER DELETE ON users BEGIN SELECT 1; END',
  'DROP TABLE notes',
  "CREATE VIRTUAL TABLE notes USING fts5(body, tokenize = 'porter')",
  'CREATE TABLE strict (id INTEGER PRIMARY KEY, a ANY) STRICT',
  'CREATE TABLE keyed (id TEXT PRIMARY KEY) WITHOUT ROWID',
  'CREATE TABLE made (a INTEGER, b INTEGER GENERATED ALWAYS AS (a + 1))',
];

/** What changes nothing that is read. */
const idle = [
  "INSERT INTO users (mail) VALUES ('one')",
  'UPDATE users SET id = 99',
  'ANALYZE users',
  'REINDEX',
  'PRAGMA user_version = 7',
  'PRAGMA schema_version = 4711',
  'PRAGMA journal_mode = WAL',
  "INSERT INTO users (mail) VALUES ('two')",
  'PRAGMA wal_checkpoint(TRUNCATE)',
];

function run(place: Folder, name: string, ...statements: readonly string[]): void {
  const other = new Database(place.file(name));
  for (const text of statements) other.exec(text);
  other.close();
}

const fingerprintIn = async (place: Folder, name: string) => {
  await using connection = await place.connect(name, 'read');
  return connection.fingerprint?.();
};

const told = ({ catalogue, kept, unmanaged, leftovers }: Inspection) =>
  JSON.stringify([[...catalogue], [...kept], unmanaged, leftovers]);

const read = async (place: Folder, name: string) =>
  told(await engine.inspect(tenantContext({ id: 'one', target: { url: `sqlite:${name}`, directory: place.path } })));

test('changes with whatever others change of a schema, be it written ahead or not', async () => {
  for (const mode of ['DELETE', 'WAL']) {
    using place = folder();
    run(place, 'a.db', `PRAGMA journal_mode = ${mode}`, ...schema);
    // A reader that stays has what is written ahead kept beside the file.
    await using _ = await place.connect('a.db', 'read');
    let [before, seen] = [await fingerprintIn(place, 'a.db'), await read(place, 'a.db')];
    for (const statement of changes) {
      run(place, 'a.db', statement);
      const [after, now] = [await fingerprintIn(place, 'a.db'), await read(place, 'a.db')];
      expect(now, statement).not.toBe(seen);
      expect(after, statement).not.toBe(before);
      [before, seen] = [after, now];
    }
  }
});

test('changes with nothing that is not read', async () => {
  using place = folder();
  // What ANALYZE keeps is a table too, which it makes once.
  run(place, 'a.db', ...schema, 'ANALYZE');
  const before = await fingerprintIn(place, 'a.db');
  for (const statement of idle) {
    run(place, 'a.db', statement);
    expect(await fingerprintIn(place, 'a.db'), statement).toBe(before);
  }
});

test('is the same where others hold the same, and tells a file that another one was copied over', async () => {
  using place = folder();
  run(place, 'a.db', ...schema);
  run(place, 'b.db', ...schema);
  run(place, 'c.db', ...schema.slice(0, -1), 'CREATE VIRTUAL TABLE notes USING fts5(text)');
  const version = (name: string) => new Database(place.file(name)).pragma('schema_version', { simple: true });
  expect(version('c.db')).toBe(version('a.db'));
  const before = await fingerprintIn(place, 'a.db');
  expect(await fingerprintIn(place, 'b.db')).toBe(before);
  copyFileSync(place.file('c.db'), place.file('a.db'));
  expect(await fingerprintIn(place, 'a.db')).not.toBe(before);
});

test('changes with a schema that is written past SQLite', async () => {
  using place = folder();
  run(place, 'a.db', ...schema);
  const before = await fingerprintIn(place, 'a.db');
  const other = new Database(place.file('a.db')).unsafeMode();
  const version = other.pragma('schema_version', { simple: true });
  other.pragma('writable_schema = ON');
  other.exec("UPDATE sqlite_schema SET sql = replace(sql, 'SELECT 1', 'SELECT 2') WHERE name = 'kept'");
  other.close();
  const file = new Database(place.file('a.db'));
  expect(file.pragma('schema_version', { simple: true })).toBe(version);
  file.close();
  expect(await fingerprintIn(place, 'a.db')).not.toBe(before);
});

test('tells nothing of what was read while another state came and went', async () => {
  using place = folder();
  run(place, 'a.db', ...schema);
  const tenant = tenantContext({ id: 'one', target: { url: 'sqlite:a.db', directory: place.path } });
  writeFileSync(place.file('s.sql'), `${schema[0]};`);
  const goal = await engine.compile('s.sql', { directory: place.path });
  const readBetween = async (...statements: readonly [come: string, go: string] | readonly []) => {
    const busy = createEngine({
      driver,
      inspector: async (...asked) => {
        run(place, 'a.db', ...statements.slice(0, 1));
        const found = await inspect(...asked);
        run(place, 'a.db', ...statements.slice(1));
        return found;
      },
    });
    return await busy.validateUnless(tenant, goal, () => undefined);
  };
  const before = await fingerprintIn(place, 'a.db');
  expect(await readBetween('CREATE TABLE passing (id INTEGER)', 'DROP TABLE passing')).toMatchObject({
    unsteady: true,
  });
  expect(await fingerprintIn(place, 'a.db')).toBe(before);
  expect(await readBetween()).toMatchObject({ fingerprint: before });
});
