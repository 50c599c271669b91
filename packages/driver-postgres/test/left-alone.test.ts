import { inspect, type Session } from '@sync/core';
import { describe, expect, test } from 'vitest';
import driver from '../src/index.js';
import { compile } from './documents/compile.js';
import { freshDatabase, servers } from './servers.js';

/** What keeps an object of its own: the kind that manages it, what it is listed as, or both. */
const found: Readonly<Record<string, readonly string[]>> = {
  pg_am: ['access method am'],
  pg_cast: ['postgres/cast:public\\.comp as text', 'cast integer as point'],
  pg_class: [
    'table:t',
    'index:i',
    'view:v',
    'postgres/materialized-view:m',
    'sequence:s',
    'postgres/foreign-table:ft',
    'foreign table kept',
  ],
  pg_collation: ['postgres/collation:coll'],
  pg_constraint: ['postgres/constraint:t.c', 'postgres/domain-constraint:dom.positive'],
  pg_conversion: ['conversion app.conv'],
  pg_db_role_setting: ['setting work_mem', 'setting of role me search_path'],
  pg_default_acl: ['default privileges all tables of pg_monitor', 'default privileges app.functions of pg_monitor'],
  pg_description: ['postgres/comment:t.table'],
  pg_event_trigger: ['postgres/event-trigger:ev'],
  pg_extension: ['postgres/extension:file_fdw'],
  pg_foreign_data_wrapper: ['foreign data wrapper fdw'],
  pg_foreign_server: ['postgres/server:srv', 'foreign server keyed'],
  pg_language: ['language lang'],
  pg_largeobject_metadata: ['large objects 2'],
  pg_namespace: ['schema:app'],
  pg_opclass: ['operator class app.oc using hash'],
  pg_operator: ['operator app.===(integer, integer)', 'operator app.!!!(integer)'],
  pg_opfamily: ['operator family app.of using btree', 'operator family app.oc using hash'],
  pg_policy: ['postgres/policy:t.p'],
  pg_proc: ['postgres/function:eq(integer, integer)', 'postgres/aggregate:agg(integer)'],
  pg_publication: ['postgres/publication:pub'],
  pg_rewrite: ['postgres/rule:t.r'],
  pg_seclabel: ['security label by tests schema public'],
  pg_shdescription: ['comment the database'],
  pg_statistic_ext: ['postgres/statistics:st'],
  pg_subscription: ['subscription sub'],
  pg_transform: ['transform for integer language sql'],
  pg_trigger: ['postgres/trigger:t.tr'],
  pg_ts_config: ['postgres/text-search-configuration:app.conf'],
  pg_ts_dict: ['postgres/text-search-dictionary:app.dict'],
  pg_ts_parser: ['text search parser app.pars'],
  pg_ts_template: ['text search template app.tem'],
  pg_type: [
    'postgres/enum:mood',
    'postgres/domain:dom',
    'postgres/composite-type:comp',
    'postgres/range-type:span',
    'base type app.base',
    'base type app.shell',
  ],
  pg_user_mapping: ['user mapping for public server srv', 'user mapping for pg_monitor server srv'],
};

const schema = `
CREATE SCHEMA app;
CREATE EXTENSION file_fdw;
CREATE ACCESS METHOD am TYPE INDEX HANDLER bthandler;
CREATE TYPE comp AS (a int);
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TYPE span AS RANGE (subtype = int);
CREATE DOMAIN dom AS int CONSTRAINT positive CHECK (value > 0);
CREATE COLLATION coll (LOCALE = 'C');
CREATE FUNCTION as_text(comp) RETURNS text LANGUAGE sql AS 'SELECT $1::text';
CREATE CAST (comp AS text) WITH FUNCTION as_text(comp);
CREATE CAST (int AS point) WITH INOUT;
CREATE CONVERSION app.conv FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
CREATE LANGUAGE lang HANDLER plpgsql_call_handler;
CREATE FUNCTION eq(int, int) RETURNS boolean LANGUAGE sql AS 'SELECT $1 = $2';
CREATE OPERATOR app.=== (LEFTARG = int, RIGHTARG = int, FUNCTION = eq);
CREATE OPERATOR app.!!! (RIGHTARG = int, FUNCTION = int4up);
CREATE OPERATOR FAMILY app.of USING btree;
CREATE OPERATOR CLASS app.oc FOR TYPE int USING hash AS OPERATOR 1 =, FUNCTION 1 hashint4(int);
CREATE TRANSFORM FOR int LANGUAGE sql (FROM SQL WITH FUNCTION varchar_support(internal));
CREATE TEXT SEARCH PARSER app.pars (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype);
CREATE TEXT SEARCH TEMPLATE app.tem (LEXIZE = dsimple_lexize);
CREATE TEXT SEARCH DICTIONARY app.dict (TEMPLATE = pg_catalog.simple);
CREATE TEXT SEARCH CONFIGURATION app.conf (PARSER = pg_catalog."default");
CREATE TYPE app.shell;
CREATE TYPE app.base;
CREATE FUNCTION app.base_in(cstring) RETURNS app.base LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
CREATE FUNCTION app.base_out(app.base) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
CREATE TYPE app.base (INPUT = app.base_in, OUTPUT = app.base_out, LIKE = int4);
CREATE FOREIGN DATA WRAPPER fdw;
CREATE SERVER srv FOREIGN DATA WRAPPER fdw;
CREATE USER MAPPING FOR PUBLIC SERVER srv OPTIONS (password 'secret');
CREATE USER MAPPING FOR pg_monitor SERVER srv;
CREATE SERVER keyed FOREIGN DATA WRAPPER fdw OPTIONS (host 'far.example', svc_key 'secret');
CREATE FOREIGN TABLE ft (a int) SERVER srv;
CREATE FOREIGN TABLE kept (a int OPTIONS (seal 'secret')) SERVER srv OPTIONS (table_name 'x');
CREATE TABLE t (a int CONSTRAINT c CHECK (a > 0), b int);
CREATE INDEX i ON t (a);
CREATE VIEW v AS SELECT a FROM t;
CREATE MATERIALIZED VIEW m AS SELECT a FROM t;
CREATE SEQUENCE s;
CREATE POLICY p ON t;
CREATE RULE r AS ON DELETE TO t DO ALSO NOTHING;
CREATE STATISTICS st ON a, b FROM t;
CREATE TRIGGER tr BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
CREATE FUNCTION on_event() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE EVENT TRIGGER ev ON sql_drop EXECUTE FUNCTION on_event();
CREATE AGGREGATE agg(int) (SFUNC = int4pl, STYPE = int);
COMMENT ON TABLE t IS 'about t';
CREATE PUBLICATION pub FOR TABLE t;
CREATE SUBSCRIPTION sub CONNECTION 'host=nowhere' PUBLICATION pub WITH (connect = false);
ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor GRANT SELECT ON TABLES TO PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor IN SCHEMA app GRANT EXECUTE ON FUNCTIONS TO PUBLIC;
SELECT lo_create(0), lo_create(0);
SET allow_system_table_mods = on;
INSERT INTO pg_seclabel VALUES ('public'::regnamespace, 'pg_namespace'::regclass, 0, 'tests', 'label');
`;

/** Run by name, since a transaction of several statements may not hold them or they name the database. */
const ofDatabase = (name: string) => [
  `ALTER DATABASE ${name} SET work_mem = '5MB'`,
  `ALTER ROLE CURRENT_USER IN DATABASE ${name} SET search_path = app`,
  `COMMENT ON DATABASE ${name} IS 'about it'`,
];

const partOf = (what: string) => `is a part of ${what}`;
const ofServer = 'is of the whole server';
const bookkeeping = 'is what the server notes of the others';

/** What keeps no object of its own. */
const none: Readonly<Record<string, string>> = {
  pg_aggregate: partOf('pg_proc'),
  pg_amop: partOf('pg_opfamily'),
  pg_amproc: partOf('pg_opfamily'),
  pg_attrdef: partOf('pg_class'),
  pg_attribute: partOf('pg_class'),
  pg_enum: partOf('pg_type'),
  pg_foreign_table: partOf('pg_class'),
  pg_index: partOf('pg_class'),
  pg_inherits: partOf('pg_class'),
  pg_largeobject: partOf('pg_largeobject_metadata'),
  pg_partitioned_table: partOf('pg_class'),
  pg_publication_namespace: partOf('pg_publication'),
  pg_publication_rel: partOf('pg_publication'),
  pg_range: partOf('pg_type'),
  pg_sequence: partOf('pg_class'),
  pg_subscription_rel: partOf('pg_subscription'),
  pg_ts_config_map: partOf('pg_ts_config'),
  pg_auth_members: ofServer,
  pg_authid: ofServer,
  pg_database: ofServer,
  pg_parameter_acl: ofServer,
  pg_replication_origin: ofServer,
  pg_shseclabel: ofServer,
  pg_tablespace: ofServer,
  pg_depend: bookkeeping,
  pg_init_privs: bookkeeping,
  pg_shdepend: bookkeeping,
  pg_statistic: bookkeeping,
  pg_statistic_ext_data: bookkeeping,
};

describe.each(servers)('$name', (server) => {
  if ('absent' in server) {
    describe.skip(`absent: ${server.absent}`, () => {});
    return;
  }
  test('whatever a database can hold is managed or listed as left alone', async () => {
    await using target = await freshDatabase(server.url);
    await using connection = await driver.connect(driver.options({ url: target.url, directory: '.' }), {
      access: 'write',
    });
    try {
      await execute(connection, [...schema.trim().split(';\n'), ...ofDatabase(new URL(target.url).pathname.slice(1))]);
      const { catalogue, unmanaged } = await inspect(connection, driver);
      const [user] = await connection.query<{ readonly name: string }>({ text: 'SELECT current_user AS name' });
      const mine = `setting of role ${user?.name}`;
      const seen: readonly string[] = [
        ...[...catalogue].map(({ address }) => address),
        ...unmanaged.map(({ kind, name }) => `${kind === mine ? 'setting of role me' : kind} ${name}`),
      ];
      expect(
        Object.values(found)
          .flat()
          .filter((each) => !seen.includes(each)),
      ).toEqual([]);
      expect(JSON.stringify([unmanaged, [...catalogue]])).not.toContain('secret');
    } finally {
      await execute(connection, ['ALTER SUBSCRIPTION sub SET (slot_name = NONE)', 'DROP SUBSCRIPTION sub']);
    }
  });

  test('no catalogue of the server is forgotten', async () => {
    await using connection = await driver.connect(driver.options({ url: server.url, directory: '.' }), {
      access: 'read',
    });
    const catalogues = await connection.query<{ readonly name: string }>({
      text: `
SELECT c.relname::text AS name
FROM pg_class c
WHERE c.relnamespace = 'pg_catalog'::regnamespace AND c.relkind = 'r'
ORDER BY 1`.trim(),
    });
    const known = new Set([...Object.keys(found), ...Object.keys(none)]);
    expect(catalogues.filter(({ name }) => !known.has(name))).toEqual([]);
  });

  test('a desired state that defines what no kind covers is told so', async () => {
    const { warnings } = await compile(server.url, {
      'a.sql': 'CREATE TABLE t (a int); CREATE OPERATOR === (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq);',
    });
    expect(warnings.map(({ message }) => message)).toEqual([
      'operator ===(integer, integer) is defined here, and no plan creates it: not covered yet',
    ]);
  });

  test('what an extension brings along is not listed', async () => {
    await using target = await freshDatabase(server.url);
    await using connection = await driver.connect(driver.options({ url: target.url, directory: '.' }), {
      access: 'write',
    });
    const extensions = ['hstore', 'ltree', 'bloom', 'postgres_fdw', 'dict_int', 'unaccent', 'citext', 'btree_gist'];
    await execute(
      connection,
      extensions.map((name) => `CREATE EXTENSION ${name}`),
    );
    const { catalogue, unmanaged } = await inspect(connection, driver);
    expect([...catalogue].map(({ name }) => name).sort()).toEqual([...extensions].sort());
    expect(unmanaged).toEqual([]);
  });
});

async function execute(session: Session, statements: readonly string[]): Promise<void> {
  for (const text of statements.map((each) => each.trim().replace(/;$/, ''))) await session.execute({ text });
}
