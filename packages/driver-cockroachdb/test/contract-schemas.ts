import type { ContractSchemas } from '@sync/testkit';

const first = [
  'CREATE SCHEMA app',
  "CREATE TYPE mood AS ENUM ('sad', 'ok', 'it''s fine')",
  'CREATE SEQUENCE app.numbers START 100 INCREMENT 5',
  'CREATE TABLE teams (id INT8 PRIMARY KEY, name STRING NOT NULL UNIQUE)',
  `CREATE TABLE users (
  id INT8 PRIMARY KEY,
  mail STRING,
  age INT8 DEFAULT 0 CHECK (age >= 0),
  mood mood DEFAULT 'ok',
  number INT8 DEFAULT nextval('app.numbers'),
  double INT8 AS (age * 2) STORED,
  team_id INT8 REFERENCES teams (id) ON DELETE CASCADE
)`,
  "CREATE UNIQUE INDEX users_by_mail ON users (lower(mail)) WHERE mail <> ''",
  'CREATE VIEW app.adults AS SELECT id, mail FROM users WHERE age >= 18',
  "COMMENT ON COLUMN users.age IS 'in years'",
];

/** Two versions of one schema, for the contract suite. */
export const schemas: ContractSchemas = {
  first,
  reordered: [...first].reverse(),
  second: [
    'CREATE SCHEMA app',
    "CREATE TYPE mood AS ENUM ('sad', 'ok', 'it''s fine', 'great')",
    'CREATE TABLE teams (id INT8 PRIMARY KEY, name STRING NOT NULL UNIQUE, city STRING)',
    `CREATE TABLE people (
  id INT8 PRIMARY KEY,
  mail STRING NOT NULL,
  mood mood DEFAULT 'ok',
  team_id INT8 REFERENCES teams (id)
)`,
    'CREATE TABLE badges (id INT8 PRIMARY KEY, owner INT8 REFERENCES people (id))',
  ],
  renames: ['users=people'],
  insert: "INSERT INTO teams VALUES (1, 'first')",
  select: 'SELECT id FROM teams WHERE id = 1',
  refused: 'DROP TABLE nowhere',
  seed: { table: 'teams', key: ['id'], rows: [{ id: 1, name: 'first' }] },
};
