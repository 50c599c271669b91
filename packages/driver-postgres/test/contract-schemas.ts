import { bridgeMark } from '@sync/core';

const app = 'CREATE SCHEMA app';
const mood = "CREATE TYPE mood AS ENUM ('sad', 'ok', 'it''s fine')";
const numbers = 'CREATE SEQUENCE app.numbers START 100 INCREMENT 5';
const teams = 'CREATE TABLE teams (id bigserial PRIMARY KEY, name text NOT NULL UNIQUE)';
const users = `CREATE TABLE users (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  mail character varying(40) COLLATE "C",
  age integer DEFAULT 0 CHECK (age >= 0 AND mail <> ''),
  mood mood DEFAULT 'ok',
  number bigint DEFAULT nextval('app.numbers'),
  months integer,
  years integer,
  double integer GENERATED ALWAYS AS (age * 2) STORED,
  team_id bigint REFERENCES teams (id) ON DELETE CASCADE
)`;
const byMail = "CREATE UNIQUE INDEX users_by_mail ON users (lower(mail)) WHERE mail <> ''";
const adults = 'CREATE VIEW app.adults AS SELECT id, mail FROM users WHERE age >= 18';

const double = "CREATE FUNCTION double(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n * 2'";
const tidy = "CREATE PROCEDURE app.tidy() LANGUAGE sql AS 'DELETE FROM users WHERE age < 0'";
const ages = 'CREATE MATERIALIZED VIEW app.ages AS SELECT age FROM users';
const unchanged =
  'CREATE TRIGGER unchanged BEFORE UPDATE OF age ON users FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()';
const own = 'CREATE POLICY own ON users USING (mail = current_user)';
const kept = 'CREATE RULE kept AS ON DELETE TO teams DO INSTEAD NOTHING';
const both = 'CREATE STATISTICS app.both (ndistinct) ON mail, age FROM users';
const remark = "COMMENT ON COLUMN users.age IS 'in years'";
const grant = 'GRANT SELECT ON app.adults TO pg_monitor';
const sorted = "CREATE COLLATION app.sorted (provider = icu, locale = 'de')";
const plus = 'CREATE DOMAIN app.plus AS integer CONSTRAINT positive CHECK (VALUE > 0)';
const point = 'CREATE TYPE app.place AS (x integer, y integer)';
const written = 'CREATE CAST (app.place AS text) WITH INOUT AS ASSIGNMENT';
const span = 'CREATE TYPE app.span AS RANGE (subtype = time)';
const total = 'CREATE AGGREGATE app.total(integer) (sfunc = int4pl, stype = integer)';
const words = 'CREATE EXTENSION pg_trgm';
const told = "CREATE FUNCTION app.told() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN RAISE DEBUG ''told''; END'";
const tell = 'CREATE EVENT TRIGGER tell ON sql_drop EXECUTE FUNCTION app.told()';
const dictionary = 'CREATE TEXT SEARCH DICTIONARY app.plain (TEMPLATE = simple)';
const search = 'CREATE TEXT SEARCH CONFIGURATION app.search (COPY = pg_catalog.simple)';
const later = 'ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor IN SCHEMA app GRANT SELECT ON TABLES TO pg_signal_backend';
const sent = "CREATE PUBLICATION sent WITH (publish = 'insert')";
const wrapper = 'CREATE EXTENSION postgres_fdw';
const far = "CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'far')";
const elsewhere = "CREATE FOREIGN TABLE app.elsewhere (a integer OPTIONS (column_name 'b')) SERVER far";
const parted = [
  'CREATE TABLE app.parted (k integer) PARTITION BY LIST (k)',
  'CREATE TABLE app.part PARTITION OF app.parted FOR VALUES IN (1)',
  'CREATE TRIGGER seen AFTER INSERT ON app.parted FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()',
  'ALTER TABLE app.part DISABLE TRIGGER seen',
];
const mark = bridgeMark({ column: 'months', into: [{ column: 'years', as: 'months / 12' }], back: 'years * 12' });
const inStep = [1, 2].flatMap((half) => [
  `CREATE FUNCTION _schema_sync_bridge_abc_${half}() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN ${mark} RETURN NEW; END'`,
  `CREATE TRIGGER _schema_sync_bridge_abc_${half} BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION _schema_sync_bridge_abc_${half}()`,
]);
const types = [sorted, plus, point, written, span, total, dictionary, search];
const beside = [double, tidy, ages, unchanged, own, kept, both, remark, grant, later];

/** What the contract is tried with. */
export const schemas = {
  first: [app, mood, numbers, teams, users, byMail, adults, ...types, ...beside, ...parted, ...inStep],
  optIn: [words, told, tell, sent, wrapper, far, elsewhere],
  reordered: [mood, teams, app, numbers, users, ...inStep, adults, ...parted, ...types, ...beside.toReversed(), byMail],
  second: [
    "CREATE TYPE mood AS ENUM ('sad', 'so-so', 'ok', 'it''s fine', 'great')",
    app,
    'CREATE SEQUENCE app.numbers START 100 INCREMENT 10',
    'CREATE TABLE groups (id bigserial PRIMARY KEY, name text NOT NULL UNIQUE, size integer)',
    `CREATE TABLE users (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      email character varying(80) COLLATE "C" UNIQUE,
      age bigint DEFAULT 18 CHECK (age >= 0),
      mood mood DEFAULT 'ok',
      number bigint DEFAULT nextval('app.numbers'),
      team_id bigint REFERENCES groups (id) ON DELETE SET NULL
    )`,
    'CREATE VIEW app.adults AS SELECT id, email FROM users WHERE age >= 18',
    'CREATE INDEX users_by_age ON users (age DESC)',
  ],
  renames: ['teams=groups', 'users.mail=users.email'],
  insert: "INSERT INTO users (id, mail) OVERRIDING SYSTEM VALUE VALUES (1, 'ada@example.org')",
  select: 'SELECT id FROM users WHERE id = 1',
  refused: 'DROP TABLE nowhere',
  flawed: [
    "CREATE FUNCTION broken() RETURNS integer LANGUAGE sql SET check_function_bodies = off AS 'SELECT size FROM nowhere'",
  ],
  settings: ['SHOW lock_timeout', 'SHOW statement_timeout', 'SHOW search_path'],
  seed: { table: 'teams', key: ['id'], rows: [{ id: 1, name: "the 'first'" }] },
};
