import type { ContractSchemas } from '@sync/testkit';

const place = 'CREATE TYPE place (street text, zip int)';
const users = `CREATE TABLE users (
  team uuid,
  joined timestamp,
  id int,
  mail text,
  motto text static,
  home frozen<place>,
  tags set<text>,
  PRIMARY KEY ((team), joined, id)
) WITH CLUSTERING ORDER BY (joined DESC, id ASC) AND comment = 'who is there'`;
const visits = 'CREATE TABLE visits (page text PRIMARY KEY, seen counter)';
const teams = 'CREATE TABLE teams (id int PRIMARY KEY, name text)';
const byTag = 'CREATE INDEX users_by_tag ON users (tags)';
const teamNames = `CREATE MATERIALIZED VIEW teams_by_name AS
  SELECT id, name FROM teams WHERE name IS NOT NULL AND id IS NOT NULL
  PRIMARY KEY (name, id)`;
const plus = `CREATE FUNCTION plus(a int, b int) CALLED ON NULL INPUT RETURNS int LANGUAGE java
  AS $$ return a == null ? b : b == null ? a : Integer.valueOf(a + b); $$`;
const total = 'CREATE AGGREGATE total(int) SFUNC plus STYPE int INITCOND 0';

/** The schemas with which the driver passes the suite. */
export const schemas: ContractSchemas = {
  first: [place, users, visits, teams, byTag, teamNames, plus, total],
  optIn: ['CREATE ROLE IF NOT EXISTS sync_test_sample', 'GRANT SELECT ON TABLE teams TO sync_test_sample'],
  reordered: [plus, total, teams, teamNames, visits, place, users, byTag],
  second: [
    'CREATE TYPE place (street text, zip int)',
    `CREATE TABLE users (
      team uuid,
      joined timestamp,
      id int,
      motto text static,
      home frozen<place>,
      tags set<text>,
      age int,
      PRIMARY KEY ((team), joined, id)
    ) WITH CLUSTERING ORDER BY (joined DESC, id ASC) AND gc_grace_seconds = 3600`,
    'CREATE TABLE groups (id uuid PRIMARY KEY)',
    'CREATE TABLE teams (id int PRIMARY KEY, name text)',
    'CREATE INDEX users_by_tags ON users (tags)',
  ],
  renames: ['users_by_tag=users_by_tags'],
  insert: "INSERT INTO teams (id, name) VALUES (1, 'the first')",
  select: 'SELECT id FROM teams WHERE id = 1',
  refused: 'DROP TABLE nowhere',
  seed: {
    table: 'teams',
    key: ['id'],
    rows: [
      { id: 1, name: "the 'first'" },
      { id: 2, name: 'second; --' },
    ],
  },
};
