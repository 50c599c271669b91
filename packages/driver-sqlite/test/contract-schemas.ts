import { bridgeMark } from '@sync/core';
import type { ContractSchemas } from '@sync/testkit';

const teams = 'CREATE TABLE teams (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE)';
const users = `CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  mail TEXT COLLATE NOCASE,
  age INTEGER DEFAULT 0 CHECK (age >= 0),
  months INTEGER,
  years INTEGER,
  team_id INTEGER REFERENCES teams (id) ON DELETE CASCADE
)`;
const byMail = "CREATE UNIQUE INDEX users_by_mail ON users (mail) WHERE mail <> ''";
const adults = 'CREATE VIEW adults AS SELECT id, mail FROM users WHERE age >= 18';
const lowered = `CREATE TRIGGER users_lowered AFTER INSERT ON users WHEN new.mail <> lower(new.mail) BEGIN
  UPDATE users SET mail = lower(mail) WHERE id = new.id;
END`;
const mark = bridgeMark({ column: 'months', into: [{ column: 'years', as: 'months / 12' }], back: 'years * 12' });
const inStep = ['INSERT', 'UPDATE OF months', 'UPDATE OF years'].map(
  (event, i) => `CREATE TRIGGER _schema_sync_bridge_abc_${i + 1} AFTER ${event} ON users BEGIN ${mark} SELECT 1; END`,
);
const notes = "CREATE VIRTUAL TABLE notes USING fts5(body, tokenize = 'porter')";

/** The schemas with which drivers of SQLite and its relatives pass the suite. */
export const schemas: ContractSchemas = {
  first: [teams, users, byMail, adults, lowered, notes, ...inStep],
  reordered: [notes, users, adults, lowered, ...inStep, byMail, teams],
  second: [
    'CREATE TABLE groups (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, size INTEGER)',
    `CREATE TABLE users (
        id INTEGER PRIMARY KEY,
        email TEXT COLLATE NOCASE UNIQUE,
        age INTEGER DEFAULT 18 CHECK (age >= 0),
        team_id INTEGER REFERENCES groups (id) ON DELETE CASCADE
      )`,
    'CREATE VIEW adults AS SELECT id, email FROM users WHERE age >= 18',
    'CREATE INDEX users_by_age ON users (age DESC)',
  ],
  renames: ['teams=groups', 'users.mail=users.email'],
  insert: "INSERT INTO users (id, mail) VALUES (1, 'ada@example.org')",
  select: 'SELECT id FROM users WHERE id = 1',
  refused: 'DROP TABLE nowhere',
  flawed: [
    'CREATE VIEW lost AS SELECT id FROM nowhere',
    'CREATE VIEW misspelt AS SELECT identity FROM users',
    'CREATE TABLE orphans (id INTEGER REFERENCES nowhere (id))',
    'CREATE TABLE strays (mail TEXT REFERENCES users (mail))',
    'CREATE TRIGGER noting AFTER DELETE ON users BEGIN INSERT INTO nowhere VALUES (old.id); END',
    "CREATE VIRTUAL TABLE found USING fts5(body, content = 'nowhere')",
  ],
  settings: ['PRAGMA foreign_keys', 'PRAGMA legacy_alter_table', 'PRAGMA defer_foreign_keys'],
  seed: {
    table: 'teams',
    key: ['id'],
    rows: [
      { id: 1, name: "the 'first'" },
      { id: 2, name: 'second; --' },
    ],
  },
};
