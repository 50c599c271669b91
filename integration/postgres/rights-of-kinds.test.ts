import { randomBytes } from 'node:crypto';
import { tenantContext } from '@sync/core';
import { describe, expect, test } from 'vitest';
import { failure, openPlace, servers } from '../online/support.js';
import { administer } from '../servers/fresh-database.js';

/** What a plan does, what it takes, and what an administrator would do for it. */
interface Case {
  readonly there: string;
  readonly wanted: string;
  readonly lacks: readonly string[];
  readonly granted: (role: string, database: string) => string;
  readonly parts?: readonly string[];
}

const cases: Readonly<Record<string, Case>> = {
  'a collation of others': {
    there: "CREATE COLLATION c (LOCALE = 'C')",
    wanted: "CREATE COLLATION c (LOCALE = 'POSIX');",
    lacks: ['collation c belongs to postgres'],
    granted: (role) => `ALTER COLLATION c OWNER TO ${role}`,
  },
  'extended statistics of others': {
    there: 'CREATE TABLE t (a int, b int); CREATE STATISTICS s ON a, b FROM t',
    wanted: 'CREATE TABLE t (a int, b int); CREATE STATISTICS s ON a, b FROM t; ALTER STATISTICS s SET STATISTICS 7;',
    lacks: ['statistics s belongs to postgres'],
    granted: (role) => `ALTER STATISTICS s OWNER TO ${role}`,
  },
  'text search of others': {
    there: 'CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = simple); CREATE TEXT SEARCH CONFIGURATION f (COPY = simple)',
    wanted:
      'CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = simple, ACCEPT = false); CREATE TEXT SEARCH CONFIGURATION f (COPY = english);',
    lacks: ['text search configuration f belongs to postgres', 'text search dictionary d belongs to postgres'],
    granted: (role) =>
      `ALTER TEXT SEARCH DICTIONARY d OWNER TO ${role}; ALTER TEXT SEARCH CONFIGURATION f OWNER TO ${role}`,
  },
  'a cast between types of others': {
    there: "CREATE TYPE a AS ENUM ('x'); CREATE TYPE b AS ENUM ('x')",
    wanted: "CREATE TYPE a AS ENUM ('x'); CREATE TYPE b AS ENUM ('x'); CREATE CAST (a AS b) WITH INOUT;",
    lacks: ['cast public.a as public.b takes to own one of its types'],
    granted: (role) => `ALTER TYPE b OWNER TO ${role}`,
  },
  'a table of others in a publication': {
    there: 'CREATE TABLE t (a int PRIMARY KEY)',
    wanted: 'CREATE TABLE t (a int PRIMARY KEY); CREATE PUBLICATION p FOR TABLE t;',
    lacks: ['publication p: may make none in database', 'table t belongs to postgres'],
    granted: (role, database) => `ALTER TABLE t OWNER TO ${role}; GRANT CREATE ON DATABASE ${database} TO ${role}`,
    parts: ['database'],
  },
  'a foreign key to a table of others': {
    there: 'CREATE TABLE t (a int PRIMARY KEY)',
    wanted: 'CREATE TABLE t (a int PRIMARY KEY); CREATE TABLE u (a int CONSTRAINT u_a REFERENCES t);',
    lacks: ['constraint u.u_a: may not refer to public.t'],
    granted: (role) => `GRANT REFERENCES ON TABLE t TO ${role}`,
  },
  'an extension of others that moves': {
    there: 'CREATE SCHEMA s; CREATE EXTENSION hstore SCHEMA public',
    wanted: 'CREATE SCHEMA s; CREATE EXTENSION hstore SCHEMA s;',
    lacks: ['extension hstore belongs to postgres', 'extension hstore: may make nothing in schema s'],
    granted: (role) => `GRANT CREATE ON SCHEMA s TO ${role}; GRANT postgres TO ${role}`,
  },
  'an event trigger of others': {
    there:
      "CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'; CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION f(); ALTER EVENT TRIGGER e DISABLE",
    wanted:
      "CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'; CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION f();",
    lacks: ['event trigger e belongs to postgres'],
    granted: (role) => `GRANT postgres TO ${role}`,
    parts: ['database'],
  },
  'what another role gives by default': {
    there: 'SELECT 1',
    wanted:
      'GRANT ALL ON SCHEMA public TO :role; ALTER DEFAULT PRIVILEGES FOR ROLE postgres GRANT SELECT ON TABLES TO :role;',
    lacks: ['may not act as postgres'],
    granted: (role) => `GRANT postgres TO ${role}`,
    parts: ['grants'],
  },
  'tables that trade places between schemas': {
    there:
      'CREATE SCHEMA a; CREATE SCHEMA b AUTHORIZATION :role; CREATE TABLE a.t (id int PRIMARY KEY, x int); CREATE TABLE b.t (id int PRIMARY KEY, y text); ALTER TABLE a.t OWNER TO :role; ALTER TABLE b.t OWNER TO :role',
    wanted: `CREATE SCHEMA a; CREATE SCHEMA b;
-- @renamed from=b.t
CREATE TABLE a.t (id int PRIMARY KEY, y text);
-- @renamed from=a.t
CREATE TABLE b.t (id int PRIMARY KEY, x int);`,
    lacks: [
      'schema a: may not be used',
      'table a.t: may make nothing in schema a',
      'table b.t, which waits in a schema aside: may make none in database',
    ],
    granted: (role, database) =>
      `GRANT CREATE ON DATABASE ${database} TO ${role}; GRANT CREATE, USAGE ON SCHEMA a TO ${role}`,
  },
  'types that trade names, and one that moves': {
    there:
      "CREATE SCHEMA s; CREATE TYPE a AS ENUM ('a'); CREATE TYPE b AS ENUM ('b'); CREATE TYPE c AS ENUM ('c'); ALTER TYPE a OWNER TO :role; ALTER TYPE b OWNER TO :role; ALTER TYPE c OWNER TO :role",
    wanted: `CREATE SCHEMA s;
-- @renamed from=b
CREATE TYPE a AS ENUM ('b');
-- @renamed from=a
CREATE TYPE b AS ENUM ('a');
-- @renamed from=public.c
CREATE TYPE s.c AS ENUM ('c');`,
    lacks: ['enum s.c: may make nothing in schema s'],
    granted: (role) => `GRANT CREATE, USAGE ON SCHEMA s TO ${role}`,
  },
};

describe.each(servers)('$name: what a plan takes is told ahead', (server) => {
  const live = 'absent' in server ? test.skip : test;
  const url = 'url' in server ? server.url : '';

  live.for(Object.entries(cases))('%s', { timeout: 120_000 }, async ([, { there, wanted, lacks, granted, parts }]) => {
    const role = `lacking_${randomBytes(6).toString('hex')}`;
    await administer(url, `CREATE ROLE ${role} LOGIN CREATEDB`);
    try {
      const statements = there.replaceAll(':role', role);
      await using place = await openPlace(url, {}, `GRANT ALL ON SCHEMA public TO ${role}`, statements);
      const { engine, other } = place;
      const at = Object.assign(new URL(place.url), { username: role }).href;
      const tenant = tenantContext({ id: 'role', target: { url: at, directory: place.folder } });
      await place.desire(wanted.replaceAll(':role', role));
      // As its owner would compile it: what is asked is what the role lacks to run it.
      const options = { prove: false, allow: 'all', with: parts ?? [] } as const;
      const goal = await engine.compile(place.goal, { ...options, near: place.tenant });
      const { refusal, plan } = await engine.sync(tenant, goal, { ...options, dryRun: true });
      const told = refusal?.message
        .split('\n')
        .slice(1)
        .map((line) => line.trim());
      expect(told?.sort(), refusal?.message).toEqual(lacks.map((lack) => expect.stringContaining(lack)));
      const denied = await failure(engine.apply(tenant, plan ?? expect.fail('no plan'), options));
      expect(denied).toMatchObject({ code: 'PERMISSION_DENIED', message: refusal?.message });
      await administer(place.url, granted(role, new URL(place.url).pathname.slice(1)));
      await engine.sync(tenant, goal, options);
      expect((await engine.validate(place.tenant, goal, options)).inSync).toBe(true);
      await other.query(`REASSIGN OWNED BY ${role} TO postgres; DROP OWNED BY ${role}`);
    } finally {
      await administer(url, `DROP ROLE ${role}`);
    }
  });
});
