import { expect, test } from 'vitest';
import { project, schemaSync } from './support.js';

const schema = `
CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT, mail TEXT COLLATE NOCASE NOT NULL ON CONFLICT IGNORE UNIQUE, name TEXT DEFAULT 'x' CHECK (length(name) > 0), up TEXT GENERATED ALWAYS AS (upper(name)) STORED, CONSTRAINT mail_ok CHECK (mail LIKE '%@%'), UNIQUE (name, mail) ON CONFLICT REPLACE);
CREATE TABLE orders (id INTEGER, line INTEGER, user_id INTEGER REFERENCES users (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, total REAL NOT NULL DEFAULT (1 + 2), PRIMARY KEY (id, line DESC)) STRICT, WITHOUT ROWID;
CREATE INDEX orders_user ON orders (user_id DESC, total) WHERE total > 0;
CREATE UNIQUE INDEX users_lower ON users (lower(mail), name COLLATE NOCASE);
CREATE VIEW big (uid, total) AS SELECT user_id, sum(total) FROM orders GROUP BY user_id;
CREATE VIRTUAL TABLE search USING fts5(title, body, tokenize = 'porter');
CREATE TRIGGER t_up AFTER UPDATE OF name, mail ON users FOR EACH ROW WHEN new.name <> old.name BEGIN UPDATE orders SET total = 0 WHERE user_id = new.id; END;
CREATE TRIGGER v_in INSTEAD OF INSERT ON big BEGIN SELECT 1; END;
CREATE VIEW plain AS
  SELECT o.*, total * 2 AS twice
    FROM orders o;
`;

const shown = `virtual table search using fts5
  argument  title
  argument  body
  argument  tokenize = 'porter'

table orders strict, without-rowid
  id       INTEGER  not null
  line     INTEGER  not null
  user_id  INTEGER
  total    REAL     not null default (1 + 2)
  primary key  (id, line DESC)
  foreign key  (user_id) → users (id) on delete cascade deferrable initially deferred
  index        orders_user  (user_id DESC, total) where total > 0

table users
  id    INTEGER  not null
  mail  TEXT     not null on conflict ignore collate NOCASE
  name  TEXT     default 'x'
  up    TEXT     generated always as (upper(name)) stored
  primary key  (id) autoincrement
  unique       (mail)
  unique       (name, mail) on conflict replace
  check        length(name) > 0
  check        mail LIKE '%@%' constraint mail_ok
  index        users_lower  unique (lower(mail), name COLLATE NOCASE)
  trigger      t_up         after update of mail, name
    WHEN new.name <> old.name BEGIN UPDATE orders SET total = 0 WHERE user_id = new.id; END

view big
  columns  uid, total
  as       SELECT user_id, sum(total) FROM orders GROUP BY user_id
  trigger  v_in  instead of insert
    BEGIN SELECT 1; END

view plain
  columns  o.*, twice
  as       SELECT o.*, total * 2 AS twice
    FROM orders o

9 objects: 2 tables, 2 indexes, 2 views, 2 triggers, 1 virtual table

Left alone`;

test('inspect shows everything that makes an object what it is', async () => {
  const folder = await project({ 'rich.sql': schema });
  const { stdout } = await schemaSync(folder, ['inspect', 'rich.sql']);
  expect(stdout.slice(stdout.indexOf('\n\n') + 2)).toContain(shown);
});

test('diff shows what is new as far as lines can tell it', async () => {
  const folder = await project({ 'rich.sql': schema, 'empty.sql': '-- @empty' });
  const { stdout } = await schemaSync(folder, ['diff', '--from', 'empty.sql', '--to', 'rich.sql']);
  for (const line of [
    '+ virtual table search using fts5',
    "    + check        mail LIKE '%@%' constraint mail_ok",
    '  + index orders_user (user_id DESC, total) where total > 0',
    '  + trigger t_up after update of mail, name',
    '    + as       SELECT o.*, total * 2 AS twice\n        FROM orders o',
  ])
    expect(stdout).toContain(`${line}\n`);
});

test('diff shows what differs in what is dropped and created again', async () => {
  const view = (text: string) => `CREATE TABLE t (id INTEGER); CREATE VIEW few AS SELECT id FROM t WHERE ${text};`;
  const folder = await project({ 'old.sql': view('id > 1'), 'new.sql': view('id > 2') });
  const { stdout } = await schemaSync(folder, ['diff', '--from', 'old.sql', '--to', 'new.sql']);
  expect(stdout).toMatch(/^± view few {2}dropped and created again: .*\n {4}~ \w+ {2}.*id > 1 → .*id > 2$/m);
});
