import { type Connection, inspect } from '@sync/core';
import { fingerprintQuery } from '@sync/dialect-postgres';
import { describe, expect, test } from 'vitest';
import driver from '../src/index.js';
import { administer, freshDatabase, servers } from './servers.js';

/** Catalogues whose objects no kind covers, which are of the whole server, or which the server keeps for itself: `left-alone.test.ts` says of each which it is. */
const notCovered = [
  ...['pg_am', 'pg_amop', 'pg_amproc', 'pg_conversion', 'pg_foreign_data_wrapper', 'pg_language'],
  ...['pg_largeobject', 'pg_largeobject_metadata', 'pg_opclass', 'pg_operator', 'pg_opfamily', 'pg_subscription'],
  ...['pg_subscription_rel', 'pg_transform', 'pg_ts_parser', 'pg_ts_template', 'pg_user_mapping'],
  ...['pg_auth_members', 'pg_authid', 'pg_database', 'pg_parameter_acl', 'pg_replication_origin', 'pg_shseclabel'],
  ...['pg_tablespace', 'pg_depend', 'pg_init_privs', 'pg_shdepend', 'pg_statistic', 'pg_statistic_ext_data'],
];

const told = (by: string) => `${by} tells it`;
const ofType = 'is that of the type';
const physical = 'is about how or where the server keeps it at the time';
const derived = 'follows from other columns that are read';
const ofBaseTypes = 'counts for base types, which are not covered, or is the same for all others of a sort';

/** What no query names, and why it need not. */
const unread: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  pg_aggregate: { aggnumdirectargs: told('pg_get_function_arguments') },
  pg_attribute: {
    attlen: ofType,
    attbyval: ofType,
    attalign: ofType,
    attndims: 'is of no consequence: the server takes lists of any depth',
    attcacheoff: physical,
    atthasdef: derived,
    atthasmissing: physical,
    attmissingval: physical,
  },
  pg_class: {
    ...of('relfilenode relpages reltuples relallvisible relallfrozen relrewrite relfrozenxid relminmxid', physical),
    ...of('relhasindex relnatts relchecks relhasrules relhastriggers relhassubclass', derived),
    relisshared: 'is of catalogues of the whole server',
  },
  pg_collation: {
    collencoding: 'follows from the database: no other one can be used in it',
    collversion: 'is that of the library which the server found',
  },
  pg_constraint: {
    connamespace: 'is that of its table or domain',
    ...of(
      'conkey connoinherit condeferrable condeferred confupdtype confdeltype confmatchtype confkey conpfeqop conppeqop conffeqop conexclop conbin conenforced conperiod confdelsetcols',
      told('pg_get_constraintdef'),
    ),
  },
  pg_extension: {
    extowner: 'is changed by no statement',
    ...of('extconfig extcondition', 'is said by the script of the extension'),
  },
  pg_index: {
    ...of('indnatts indnkeyatts indkey indcollation indclass indoption indexprs indpred', told('pg_get_indexdef')),
    indnullsnotdistinct: told('pg_get_indexdef'),
    ...of('indisprimary indisexclusion indimmediate', told('pg_get_constraintdef')),
    ...of('indcheckxmin indislive', physical),
  },
  pg_partitioned_table: {
    ...of('partrelid partstrat partnatts partattrs partclass partcollation partexprs', told('pg_get_partkeydef')),
    partdefid: told('the bound of the partition'),
  },
  pg_proc: of('provariadic prorettype proargdefaults prosqlbody', told('pg_get_functiondef')),
  pg_rewrite: of('is_instead ev_qual ev_action', told('pg_get_ruledef')),
  pg_statistic_ext: of('stxkind stxexprs', told('pg_get_statisticsobjdef')),
  pg_trigger: of(
    'tgfoid tgconstrindid tgdeferrable tginitdeferred tgnargs tgargs tgqual tgoldtable tgnewtable',
    told('pg_get_triggerdef'),
  ),
  pg_type: {
    ...of('typlen typbyval typcategory typispreferred typisdefined typdelim typelem typinput typoutput', ofBaseTypes),
    ...of('typreceive typsend typmodin typmodout typanalyze typalign typsubscript', ofBaseTypes),
    typdefault: told('pg_get_expr of typdefaultbin'),
    typndims: 'is of no consequence: the server takes lists of any depth',
  },
};

function of(names: string, why: string): Readonly<Record<string, string>> {
  return Object.fromEntries(names.split(' ').map((name) => [name, why]));
}

/** Something of each sort: an inspection asks for what there is. */
const everySort = [
  ...['CREATE EXTENSION pg_trgm', "CREATE TYPE e AS ENUM ('a')", 'CREATE DOMAIN d AS int CHECK (VALUE > 0)'],
  ...[
    'CREATE TYPE c AS (a int)',
    'CREATE TYPE r AS RANGE (subtype = int)',
    'CREATE COLLATION l FROM "C"',
    'CREATE SEQUENCE s',
  ],
  "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
  "CREATE FUNCTION ev() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'",
  'CREATE CAST (e AS int) WITH INOUT',
  'CREATE AGGREGATE g(int) (SFUNC = int4pl, STYPE = int)',
  'ALTER FUNCTION f() DEPENDS ON EXTENSION pg_trgm',
  'CREATE TABLE t (id int PRIMARY KEY, a int REFERENCES t, b text, CHECK (a > 0))',
  'CREATE TABLE heir () INHERITS (t)',
  'CREATE TABLE parted (id int PRIMARY KEY) PARTITION BY RANGE (id)',
  'CREATE TABLE part PARTITION OF parted FOR VALUES FROM (1) TO (2)',
  'CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f()',
  'CREATE EVENT TRIGGER et ON ddl_command_end EXECUTE FUNCTION ev()',
  'CREATE POLICY po ON t',
  'CREATE RULE ru AS ON DELETE TO t DO NOTHING',
  'CREATE STATISTICS st ON id, a FROM t',
  'CREATE VIEW v AS SELECT id FROM t',
  'CREATE MATERIALIZED VIEW m AS SELECT id FROM t',
  ...[
    'CREATE FOREIGN DATA WRAPPER w',
    'CREATE SERVER se FOREIGN DATA WRAPPER w',
    'CREATE FOREIGN TABLE ft (id int) SERVER se',
  ],
  ...['CREATE TEXT SEARCH DICTIONARY x (TEMPLATE = simple)', 'CREATE TEXT SEARCH CONFIGURATION y (COPY = simple)'],
  ...['CREATE PUBLICATION p FOR TABLE t', 'ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC'],
  ...[
    'TABLE t',
    'COLUMN t.a',
    'INDEX t_pkey',
    'TYPE e',
    'DOMAIN d',
    'FUNCTION f()',
    'TRIGGER tr ON t',
    'EVENT TRIGGER et',
  ].map((what) => `COMMENT ON ${what} IS 'said'`),
];

/** The words of all queries that an inspection sends. */
async function wordsSent(connection: Connection): Promise<ReadonlySet<string>> {
  const texts: string[] = [];
  const watched = new Proxy(connection, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return (...args: readonly unknown[]) => {
        const [statement] = args;
        if (name === 'query') texts.push((statement as { readonly text: string }).text);
        return Reflect.apply(value, target, args);
      };
    },
  });
  await inspect(watched, driver, { with: ['grants', 'owners', 'extensions', 'database'] });
  return new Set(texts.flatMap((text) => text.match(/\w+/g) ?? []));
}

describe.each(servers)('$name', (server) => {
  if ('absent' in server) {
    describe.skip(`absent: ${server.absent}`, () => {});
    return;
  }

  test('each column of each catalogue that is covered is read, or need not be', async () => {
    await using database = await freshDatabase(server.url);
    await administer(database.url, ...everySort);
    await using connection = await driver.connect(driver.options({ url: database.url, directory: '.' }), {
      access: 'read',
    });
    const sent = await wordsSent(connection);
    const columns = await connection.query<{ readonly catalogue: string; readonly name: string }>({
      text: `
SELECT c.relname::text AS catalogue, a.attname::text AS name
FROM pg_catalog.pg_attribute a
JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
WHERE c.relnamespace = 'pg_catalog'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
ORDER BY 1, 2`.trim(),
    });
    const covered = columns.filter(({ catalogue }) => !notCovered.includes(catalogue));
    expect(covered.length).toBeGreaterThan(250);
    const forgotten = covered.filter(({ catalogue, name }) => !sent.has(name) && !unread[catalogue]?.[name]);
    expect(forgotten.map(({ catalogue, name }) => `${catalogue}.${name}`)).toEqual([]);
    // What is looked at makes a fingerprint, or nobody would hear of its being changed; `pg_user_mappings` shows what its table does not.
    const looked = [...new Set(columns.map(({ catalogue }) => catalogue))].filter((each) => sent.has(each));
    expect(looked.length).toBeGreaterThan(35);
    const summed = new Set(fingerprintQuery(connection.server.features).match(/\w+/g));
    expect(looked.filter((each) => !summed.has(each) && each !== 'pg_user_mapping')).toEqual([]);
  });
});
