import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine, tenantContext } from '@sync/core';
import driver from '@sync/driver-postgres';
import { describe, expect, test } from 'vitest';
import { administer, freshDatabase } from '../servers/fresh-database.js';
import { realServer } from '../servers/real-server.js';

const engine = createEngine({ driver });

interface Case {
  readonly before: string;
  readonly rows: string;
  readonly goal: string;
  /** What is said for each step: `step: message (first rows)`. */
  readonly found: readonly string[];
}

const t = (columns: string) => `CREATE TABLE t (id int PRIMARY KEY, ${columns});`;

const cases: Readonly<Record<string, Case>> = {
  'nothing stands in the way of what holds': {
    before: t('a int, b text'),
    rows: "INSERT INTO t VALUES (1, 1, '1'), (2, 2, '2')",
    goal: `${t('a smallint NOT NULL UNIQUE CHECK (a > 0), b int REFERENCES t')}`,
    found: [],
  },
  'NOT NULL and a required column': {
    before: t('a int'),
    rows: 'INSERT INTO t VALUES (1, NULL), (2, 5), (3, NULL)',
    goal: t('a int NOT NULL, b int NOT NULL'),
    found: [
      'forbid nulls in column a of table t: table "t", column "a": 2 rows have no value (id 1; id 3)',
      'add column b of table t: table "t", column "b": 3 rows have no value (id 1; id 2; id 3)',
    ],
  },
  'UNIQUE over a column that is renamed, in a table that is renamed': {
    before: t('mail text'),
    rows: "INSERT INTO t VALUES (1, 'a'), (2, 'a'), (3, NULL), (4, NULL)",
    goal: '-- @renamed from=t\nCREATE TABLE people (id int, \n-- @renamed from=mail\nemail text UNIQUE, CONSTRAINT t_pkey PRIMARY KEY (id));',
    found: [
      'add unique people_email_key to table people: table "t", column "email": 2 rows share their values with others (id 1; id 2)',
    ],
  },
  'UNIQUE and an exclusion in a table without a key, beside columns that are renamed': {
    before: 'CREATE TABLE t (mail text, r int4range);',
    rows: "INSERT INTO t VALUES ('a', '[1,5)'), ('a', '[4,9)'), ('b', '[9,10)')",
    goal: `CREATE TABLE t (
-- @renamed from=mail
email text UNIQUE, r int4range, CONSTRAINT x EXCLUDE USING gist (r WITH &&));`,
    found: [
      'add unique t_email_key to table t: table "t", column "email": 2 rows share their values with others (row at (0,1); row at (0,2))',
      'add exclusion x to table t: table "t", column "r": 2 rows meet others under EXCLUDE USING gist (r WITH &&) (row at (0,1); row at (0,2))',
    ],
  },
  'a unique index over an expression, of some rows': {
    before: t('a text, live bool'),
    rows: "INSERT INTO t VALUES (1, 'A', true), (2, 'a', true), (3, 'a', false)",
    goal: `${t('a text, live bool')} CREATE UNIQUE INDEX i ON t (lower(a) text_pattern_ops DESC) WHERE live;`,
    found: ['create index i: table "t", (lower(a)): 2 rows share their values with others (id 1; id 2)'],
  },
  'what is too long for an attribute, at whatever depth, and bits that are too many': {
    before: `CREATE TYPE word AS (w varchar(9)); CREATE TYPE phrase AS (first word); CREATE TYPE gone AS ENUM ('a', 'b');
CREATE TABLE left_over (g gone); ${t('a word, b phrase, c bit(8), d gone')}`,
    rows: `INSERT INTO t VALUES (1, ROW('abc  '), ROW(ROW('abcd')), NULL, 'a'), (2, ROW('abcd'), NULL, B'11110000', NULL);
INSERT INTO left_over VALUES ('b')`,
    goal: `CREATE TYPE word AS (w varchar(3)); CREATE TYPE phrase AS (first word); CREATE TYPE gone AS ENUM ('a'); ${t('a word, b phrase, c bit(4), d gone')}`,
    found: [
      'make composite type word anew: table "t", column "a.w": 1 row holds what is no character varying(3) (id 2)',
      'make composite type word anew: table "t", column "b.first.w": 1 row holds what is no character varying(3) (id 1)',
      'change the type of column c of table t: table "t", column "c": 1 row holds what is no bit(4) (id 2)',
    ],
  },
  'a primary key': {
    before: 'CREATE TABLE t (a int, b int);',
    rows: 'INSERT INTO t VALUES (1, 1), (1, 1), (NULL, 2)',
    goal: 'CREATE TABLE t (a int, b int, PRIMARY KEY (a, b));',
    found: [
      'forbid nulls in column a of table t: table "t", column "a": 1 row has no value (row at (0,3))',
      'add primary key t_pkey to table t: table "t", columns "a", "b": 2 rows share their values with others (row at (0,1); row at (0,2))',
    ],
  },
  'a CHECK that speaks of a new column and of one that is retyped': {
    before: t('a text'),
    rows: "INSERT INTO t VALUES (1, '5'), (2, '-5')",
    goal: t('a int, b int DEFAULT 1, CONSTRAINT c CHECK (a + b > 0)'),
    found: ['add check c to table t: table "t": 1 row does not satisfy CHECK (((a + b) > 0)) (id 2)'],
  },
  'a foreign key to a renamed table, one that is new, and MATCH FULL': {
    before: `CREATE TABLE p (x int, y int, PRIMARY KEY (x, y)); ${t('a int, b int, c int')}`,
    rows: 'INSERT INTO p VALUES (1, 1); INSERT INTO t VALUES (1, 1, 1, NULL), (2, 1, 2, NULL), (3, NULL, 1, 7)',
    goal: `-- @renamed from=p
CREATE TABLE parents (x int, y int, CONSTRAINT p_pkey PRIMARY KEY (x, y));
CREATE TABLE fresh (id int PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, a int, b int, c int REFERENCES fresh,
  CONSTRAINT f FOREIGN KEY (a, b) REFERENCES parents (x, y), CONSTRAINT g FOREIGN KEY (a, b) REFERENCES parents (x, y) MATCH FULL);`,
    found: [
      'add foreign key f to table t: table "t", columns "a", "b": 1 row refers to no row of "parents" (id 2)',
      'add foreign key g to table t: table "t", columns "a", "b": 2 rows refer to no row of "parents" (id 2; id 3)',
      'add foreign key t_c_fkey to table t: table "t", column "c": 1 row refers to no row of "fresh" (id 3)',
    ],
  },
  'an exclusion constraint': {
    before: t('r int4range, live bool'),
    rows: "INSERT INTO t VALUES (1, '[1,5)', true), (2, '[4,9)', true), (3, '[8,9)', false), (4, NULL, true)",
    goal: t('r int4range, live bool, CONSTRAINT x EXCLUDE USING gist (r WITH &&) WHERE (live)'),
    found: [
      'add exclusion x to table t: table "t", column "r": 2 rows meet others under EXCLUDE USING gist (r WITH &&) WHERE (live) (id 1; id 2)',
    ],
  },
  'an exclusion constraint beside columns that are renamed and retyped': {
    before: t('room int, r int4range, n text'),
    rows: "INSERT INTO t VALUES (1, 1, '[1,5)', '1'), (2, 1, '[4,9)', '2'), (3, 2, '[1,9)', '3'), (4, 3, '[1,2)', '5')",
    goal: `CREATE TABLE t (id int PRIMARY KEY,
-- @renamed from=room
place int, r int4range, n int, CONSTRAINT x EXCLUDE USING gist (int4range(place, place + 1) WITH &&, r WITH &&), CONSTRAINT y EXCLUDE USING gist (int4range(n, n + 2) WITH &&))`,
    found: [
      'add exclusion x to table t: table "t": 2 rows meet others under EXCLUDE USING gist (int4range(place, (place + 1)) WITH &&, r WITH &&) (id 1; id 2)',
      'add exclusion y to table t: table "t": 3 rows meet others under EXCLUDE USING gist (int4range(n, (n + 2)) WITH &&) (id 1; id 2; id 3)',
    ],
  },
  'values that are too large, too long, or of no such kind': {
    before: t('a bigint, b text, c numeric, d double precision, e int[], f char(9)'),
    rows: "INSERT INTO t VALUES (1, 3000000000, 'abcd', 1234.5, 1e12, '{1,40000}', 'abc'), (2, 3, 'ab    ', 99.94, 'NaN', '{}', 'ab'), (3, NULL, NULL, NULL, NULL, NULL, NULL)",
    goal: t('a int, b varchar(3), c numeric(3,1), d int, e smallint[], f varchar(2)'),
    found: [
      'change the type of column a of table t: table "t", column "a": 1 row holds what is no integer (id 1)',
      'change the type of column b of table t: table "t", column "b": 1 row holds what is no character varying(3) (id 1)',
      'change the type of column c of table t: table "t", column "c": 1 row holds what is no numeric(3,1) (id 1)',
      'change the type of column d of table t: table "t", column "d": 2 rows hold what is no integer (id 1; id 2)',
      'change the type of column e of table t: table "t", column "e": 1 row holds what is no smallint[] (id 1)',
      'change the type of column f of table t: table "t", column "f": 1 row holds what is no character varying(2) (id 1)',
    ],
  },
  'days after the last timestamp': {
    before: t('a date'),
    rows: "INSERT INTO t VALUES (1, '300000-01-01'), (2, 'infinity'), (3, '294276-12-31'), (4, NULL)",
    goal: t('a timestamp'),
    found: [
      'change the type of column a of table t: table "t", column "a": 1 row holds what is no timestamp without time zone (id 1)',
    ],
  },
  'values that go from the types of columns that leave these, or go': {
    before: `CREATE TYPE mood AS ENUM ('ok', 'sad'); CREATE DOMAIN code AS varchar(5); ${t('a mood, b mood, c mood, d code')}`,
    rows: "INSERT INTO t VALUES (1, 'sad', 'sad', 'ok', 'x')",
    goal: `CREATE TYPE mood AS ENUM ('ok'); CREATE DOMAIN code AS int;
-- @renamed from=t
CREATE TABLE people (id int, a text, c mood, d text, CONSTRAINT t_pkey PRIMARY KEY (id));`,
    found: [],
  },
  'texts that become an enum, and a value that goes from another': {
    before: `CREATE TYPE mood AS ENUM ('sad', 'ok', 'glad'); CREATE TYPE size AS ENUM ('s', 'm');${t('a text, b mood, c mood[], d size')}`,
    rows: "INSERT INTO t VALUES (1, 's', 'sad', '{ok}', 's'), (2, 'xl', 'ok', '{ok,sad}', 'm')",
    goal: `CREATE TYPE mood AS ENUM ('ok', 'glad'); CREATE TYPE size AS ENUM ('s', 'm'); CREATE TYPE short AS ENUM ('s');${t('a size, b mood, c mood[], d short')}`,
    found: [
      'make enum mood anew: table "t", column "b": 1 row holds a value that goes from enum mood (id 1)',
      'make enum mood anew: table "t", column "c": 1 row holds a value that goes from enum mood (id 2)',
      'change the type of column a of table t: table "t", column "a": 1 row holds what is no public.size (id 2)',
      'change the type of column d of table t: table "t", column "d": 1 row holds what is no public.short (id 2)',
    ],
  },
  'checks of domains, on columns and lists': {
    before: `CREATE DOMAIN d AS int; ${t('a d, b d[], c int')}`,
    rows: "INSERT INTO t VALUES (1, 1, '{1,-1}', 1), (2, -1, '{1}', -1), (3, NULL, NULL, NULL)",
    goal: `CREATE DOMAIN d AS int CONSTRAINT positive CHECK (VALUE > 0); CREATE DOMAIN given AS int NOT NULL CHECK (VALUE > 0); ${t('a d, b d[], c given')}`,
    found: [
      'add check positive to domain d: table "t", column "a": 1 row does not satisfy CHECK ((VALUE > 0)) (id 2)',
      'add check positive to domain d: table "t", column "b": 1 row does not satisfy CHECK ((VALUE > 0)) (id 1)',
      'change the type of column c of table t: table "t", column "c": 1 row has no value (id 3)',
      'change the type of column c of table t: table "t", column "c": 1 row does not satisfy CHECK ((VALUE > 0)) (id 2)',
    ],
  },
  'bounds of partitions': {
    before: `CREATE TABLE m (at date, n int) PARTITION BY RANGE (at, n); CREATE TABLE rest PARTITION OF m DEFAULT; CREATE TABLE joins (at date, n int);
CREATE TABLE l (k text) PARTITION BY LIST (k); CREATE TABLE lj (k text); CREATE TABLE h (k int) PARTITION BY HASH (k); CREATE TABLE hj (k int);`,
    rows: `INSERT INTO m VALUES ('2024-06-01', 1), ('2030-01-01', 1); INSERT INTO joins VALUES ('2025-01-01', 5), ('2024-12-31', 9), (NULL, 1);
INSERT INTO lj VALUES ('a'), ('z'), (NULL); INSERT INTO hj SELECT generate_series(1, 20)`,
    goal: `CREATE TABLE m (at date, n int) PARTITION BY RANGE (at, n); CREATE TABLE rest PARTITION OF m DEFAULT;
CREATE TABLE joins PARTITION OF m FOR VALUES FROM ('2025-01-01', 0) TO ('2026-01-01', MAXVALUE);
CREATE TABLE of_2024 PARTITION OF m FOR VALUES FROM ('2024-01-01', MINVALUE) TO ('2025-01-01', 0);
CREATE TABLE l (k text) PARTITION BY LIST (k); CREATE TABLE lj PARTITION OF l FOR VALUES IN ('a', NULL);
CREATE TABLE h (k int) PARTITION BY HASH (k); CREATE TABLE hj PARTITION OF h FOR VALUES WITH (MODULUS 1, REMAINDER 0);`,
    found: [
      "join the table above of table joins: table \"joins\": 2 rows do not fit into m FOR VALUES FROM ('2025-01-01', 0) TO ('2026-01-01', MAXVALUE) (row at (0,2); row at (0,3))",
      'join the table above of table lj: table "lj": 1 row does not fit into l FOR VALUES IN (\'a\', NULL) (row at (0,2))',
      "create table of_2024: table \"rest\": 1 row belongs into the new partition FOR VALUES FROM ('2024-01-01', MINVALUE) TO ('2025-01-01', 0) (row at (0,1))",
    ],
  },
};

describe.each(['postgres-13', 'postgres-18'])('the rows of %s are asked before anything runs', (name) => {
  const server = realServer(name);
  if ('absent' in server) {
    test.skip(`absent: ${server.absent}`, () => {});
    return;
  }

  test.each(Object.entries(cases))('%s', async (_, { before, rows, goal, found }) => {
    await using played = await play(server.url, before, rows, goal);
    const { data } = await played.dryRun();
    expect(data).toMatchObject({ asked: expect.any(Number), unasked: [] });
    expect(data?.asked).toBeGreaterThan(0);
    expect(told(data?.inTheWay)).toEqual(found);
    for (const { rows: count, query } of data?.inTheWay ?? [])
      expect(await played.query(query)).toHaveLength(count ?? 0);
  });

  test('a text that is no number is known by trying it, where the server has no other way', async () => {
    await using played = await play(
      server.url,
      t('a text, b text, c json'),
      `INSERT INTO t VALUES (1, '5', '{}', '{"a": 1, "a": 2}'), (2, 'x', '{', '"\\u0000"')`,
      t('a int, b jsonb, c jsonb'),
    );
    const { data } = await played.dryRun();
    expect(data?.inTheWay.map(({ message }) => message)).toEqual(
      name === 'postgres-13'
        ? [
            'table "t", column "a": at least 1 row holds what is no integer: invalid input syntax for type integer: "x"',
            'table "t", column "b": at least 1 row holds what is no jsonb: invalid input syntax for type json',
            'table "t", column "c": at least 1 row holds what is no jsonb: unsupported Unicode escape sequence',
          ]
        : [
            'table "t", column "a": 1 row holds what is no integer',
            'table "t", column "b": 1 row holds what is no jsonb',
            'table "t", column "c": 1 row holds what is no jsonb',
          ],
    );
  });

  test('nothing runs where rows are in the way', async () => {
    await using played = await play(
      server.url,
      t('a int'),
      'INSERT INTO t VALUES (1, NULL)',
      t('a int NOT NULL, b int'),
    );
    const failing = engine.sync(played.tenant, played.goal, { allow: 'all', checkData: true });
    await expect(failing).rejects.toMatchObject({
      code: 'CHECK_FAILED',
      exitCode: 3,
      message: expect.stringContaining('1 row has no value (id 1)'),
    });
    expect(await played.query('SELECT * FROM t')).toEqual([{ id: 1, a: null }]);
  });

  test('a role that may only read is enough', async () => {
    await using played = await play(server.url, t('a int'), 'INSERT INTO t VALUES (1, NULL)', t('a int NOT NULL'));
    const role = `reader_${new URL(played.tenant.target.url).pathname.slice(1)}`;
    await administer(
      played.tenant.target.url,
      `CREATE ROLE ${role} LOGIN PASSWORD 'r'`,
      `GRANT SELECT ON t TO ${role}`,
    );
    try {
      const url = Object.assign(new URL(played.tenant.target.url), { username: role, password: 'r' }).href;
      const tenant = tenantContext({ id: 'default', target: { ...played.tenant.target, url } });
      const goal = await engine.compile(played.goal, { near: played.tenant });
      const { data } = await engine.sync(tenant, goal, { checkData: true, prove: false, dryRun: true });
      expect(data).toMatchObject({ asked: 1, inTheWay: [{ rows: 1, first: ['id 1'] }], unasked: [] });
    } finally {
      await administer(played.tenant.target.url, `DROP OWNED BY ${role}`, `DROP ROLE ${role}`);
    }
  });

  test('what takes longer than statement_timeout is told as not asked', async () => {
    const before = t('a int');
    await using played = await play(
      server.url,
      before,
      'INSERT INTO t SELECT n, n FROM generate_series(1, 200000) n',
      t('a int UNIQUE'),
    );
    const { target } = played.tenant;
    const slow = tenantContext({ id: 'default', target: { ...target, settings: { statementTimeoutMs: 1 } } });
    const { data } = await engine.sync(slow, played.goal, { checkData: true, prove: false, dryRun: true });
    expect(data).toMatchObject({
      asked: 1,
      inTheWay: [],
      unasked: [{ step: 1, table: 't', reason: expect.stringContaining('statement timeout') }],
    });
    await expect(engine.sync(slow, played.goal, { checkData: true, allow: 'all' })).rejects.toMatchObject({
      code: 'CHECK_FAILED',
      message: expect.stringContaining('could not be asked'),
    });
  });

  test('the signal cancels the query on the server', async () => {
    const before = `${t('a int')} CREATE FUNCTION slow(int) RETURNS bool LANGUAGE sql AS 'SELECT true FROM pg_sleep(60)';`;
    const goal = `${before.replace('a int', 'a int CHECK (slow(a))')}`;
    await using played = await play(server.url, before, 'INSERT INTO t VALUES (1, 1)', goal);
    const busy =
      "SELECT query FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%slow(a)%' AND state = 'active' AND pid <> pg_backend_pid()";
    const controller = new AbortController();
    let seen: Promise<void> | undefined;
    const onEvent = (event: { readonly type: string; readonly phase?: string }) => {
      if (event.phase === 'check-data') seen = untilBusy().then(() => controller.abort());
    };
    const untilBusy = async (): Promise<void> => {
      while ((await played.query(busy)).length === 0) await new Promise((settle) => setTimeout(settle, 20));
    };
    const { signal } = controller;
    const running = engine.sync(played.tenant, played.goal, {
      checkData: true,
      prove: false,
      dryRun: true,
      signal,
      onEvent,
    });
    await expect(running).rejects.toMatchObject({ code: 'CANCELLED' });
    await seen;
    expect(await played.query(busy)).toEqual([]);
  });
});

function told(
  found: readonly { summary: string; message: string; first: readonly string[] }[] = [],
): readonly string[] {
  return found.map(({ summary, message, first }) => `${summary}: ${message} (${first.join('; ')})`);
}

async function play(url: string, before: string, rows: string, goal: string) {
  const database = await freshDatabase(url);
  const directory = await mkdtemp(join(tmpdir(), 'check-data-'));
  await writeFile(join(directory, 'goal.sql'), goal);
  await administer(database.url, before, rows);
  const tenant = tenantContext({ id: 'default', target: { url: database.url, directory } });
  const options = { checkData: true, dryRun: true } as const;
  return {
    tenant,
    goal: join(directory, 'goal.sql'),
    dryRun: () => engine.sync(tenant, join(directory, 'goal.sql'), options),
    async query(text: string) {
      await using connection = await driver.connect(driver.options(tenant.target), { access: 'read' });
      return connection.query({ text });
    },
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
