import { firstNumber } from './presence.js';

/** A row of the catalogue is another one once it is written anew: https://www.postgresql.org/docs/current/ddl-system-columns.html */
export const written = (row: string) => `${row}.xmin::text::bigint`;

/** The functions fold a number of 64 bits to 32: each is of 32, and the one before is the seed. */
export const mixed = (seed: number, ...numbers: readonly string[]) =>
  numbers.reduce((inner, number) => `hashint8extended(${number}, ${inner})`, String(seed));

/** Catalogues of what lies in a schema by itself. */
export const placed = {
  pg_class: 'relnamespace',
  pg_type: 'typnamespace',
  pg_proc: 'pronamespace',
  pg_constraint: 'connamespace',
  pg_statistic_ext: 'stxnamespace',
  pg_collation: 'collnamespace',
  pg_conversion: 'connamespace',
  pg_operator: 'oprnamespace',
  pg_opclass: 'opcnamespace',
  pg_opfamily: 'opfnamespace',
  pg_ts_config: 'cfgnamespace',
  pg_ts_dict: 'dictnamespace',
  pg_ts_parser: 'prsnamespace',
  pg_ts_template: 'tmplnamespace',
  pg_default_acl: 'defaclnamespace',
  pg_namespace: 'oid',
} as const;

/** Catalogues of what lies where a relation does, by the column that names it. */
export const within = { pg_attrdef: 'adrelid', pg_rewrite: 'ev_class', pg_policy: 'polrelid' } as const;

/** Catalogues of what is said of something, by what that is in, the column that names it, and what tells several apart. */
export const said: readonly (readonly [catalogue: string, of: string, column: string, ...others: string[]])[] = [
  ['pg_attribute', 'pg_class', 'attrelid', 'attnum'],
  ['pg_index', 'pg_class', 'indrelid', 'indexrelid'],
  ['pg_inherits', 'pg_class', 'inhrelid', 'inhparent', 'inhseqno'],
  ['pg_sequence', 'pg_class', 'seqrelid'],
  ['pg_partitioned_table', 'pg_class', 'partrelid'],
  ['pg_foreign_table', 'pg_class', 'ftrelid'],
  ['pg_publication_rel', 'pg_class', 'prrelid', 'oid'],
  ['pg_enum', 'pg_type', 'enumtypid', 'oid'],
  ['pg_range', 'pg_type', 'rngtypid'],
  ['pg_aggregate', 'pg_proc', 'aggfnoid::oid'],
  ['pg_ts_config_map', 'pg_ts_config', 'mapcfg', 'maptokentype', 'mapseqno'],
];

/** What is said of anything, by catalogues and numbers. */
export const ofAnything = {
  pg_description: ['objsubid'],
  pg_seclabel: ['objsubid', 'hashtextextended(s.provider, 0) >> 32'],
  pg_init_privs: ['objsubid'],
} as const;

/** What lies in no schema. */
export const everywhere: readonly (readonly [catalogue: string, ...columns: string[]])[] = [
  ['pg_extension', 'oid'],
  ['pg_language', 'oid'],
  ['pg_cast', 'oid'],
  ['pg_am', 'oid'],
  ['pg_amop', 'oid'],
  ['pg_amproc', 'oid'],
  ['pg_foreign_data_wrapper', 'oid'],
  ['pg_foreign_server', 'oid'],
  ['pg_event_trigger', 'oid'],
  ['pg_publication', 'oid'],
  ['pg_transform', 'oid'],
  ['pg_tablespace', 'oid'],
];

/** What is said of a database in catalogues of the whole server, in which others are written about as well. */
export const ofDatabases: readonly (readonly [catalogue: string, database: string, ...columns: string[]])[] = [
  ['pg_database', 'oid', 'oid'],
  ['pg_db_role_setting', 'setdatabase', 'setdatabase', 'setrole'],
  ['pg_shdescription', 'objoid', 'classoid', 'objoid'],
];

/** Of the roles of a server those that own or are granted anything here, and who reads. */
const isOfHere = `r.oid < ${firstNumber} OR r.rolname = current_user OR r.oid IN (
      SELECT s.refobjid
      FROM pg_shdepend s
      JOIN pg_database b ON b.oid = s.dbid
      WHERE b.datname = current_database() AND s.refclassid = 'pg_authid'::regclass
    )`;

/** What shows no numbers of its rows to everybody is taken by what it says. */
const worded = [
  `SELECT r::text
    FROM pg_roles r
    WHERE ${isOfHere}`,
  // Memberships are those of all roles of a server, such as of one that somebody makes for a moment: those count that lead from one of these roles to another.
  `(WITH RECURSIVE above (oid) AS (
      SELECT r.oid FROM pg_roles r WHERE ${isOfHere}
      UNION
      SELECT m.roleid FROM above a JOIN pg_auth_members m ON m.member = a.oid
    ), below (oid) AS (
      SELECT r.oid FROM pg_roles r WHERE ${isOfHere}
      UNION
      SELECT m.member FROM below b JOIN pg_auth_members m ON m.roleid = b.oid
    )
    SELECT format('%s in %s: %s', m.member, m.roleid, m.xmin)
    FROM pg_auth_members m
    WHERE m.member IN (SELECT a.oid FROM above a) AND m.roleid IN (SELECT b.oid FROM below b))`,
  "SELECT m.umid || format(' %s %s', m.srvid, m.umuser) FROM pg_user_mappings m",
  'SELECT s.subname::text FROM pg_subscription s JOIN pg_database b ON b.oid = s.subdbid WHERE b.datname = current_database()',
  "SELECT 'large objects ' || count(*) FROM (SELECT FROM pg_largeobject_metadata LIMIT 1001) l",
] as const;

/** The setting of the server and of this session in which definitions are printed, and what is said of the server in an inspection. */
const settings = [
  'server_version_num',
  'server_encoding',
  'lc_monetary',
  'xmloption',
  'default_text_search_config',
  'max_locks_per_transaction',
  'max_connections',
  'max_prepared_transactions',
] as const;

/** Catalogues that servers of some versions have, in place of what they said in others. */
export function lately(features: ReadonlySet<string>): {
  readonly said: typeof said;
  readonly everywhere: typeof everywhere;
} {
  return {
    said: features.has('published-parts') ? [['pg_publication_namespace', 'pg_namespace', 'pnnspid', 'oid']] : [],
    everywhere: features.has('parameter-privileges') ? [['pg_parameter_acl', 'oid']] : [],
  };
}

/** What is said in words, as rows of a query. */
export const wordsQuery = `
    ${worded.join('\n    UNION ALL\n    ')}
    UNION ALL
    SELECT format('%s = %s', v.name, current_setting(v.name)) FROM unnest('{${settings.join(',')}}'::text[]) AS v (name)
    UNION ALL
    SELECT format('who reads: %s', current_user)`.trim();

/**
 * As whose life the numbers in rows are counted. A number of a transaction is given again where a server goes on from less than was seen of it: another server, one that was
 * restored, which all begin anew (`pg_postmaster_start_time`); one that lost the end of its log in a crash, after which its statistics begin anew; and after 2^32
 * transactions.
 */
export const lifeQuery = `
SELECT concat_ws(
  ' ',
  (SELECT s.system_identifier FROM pg_catalog.pg_control_system() s),
  (SELECT c.timeline_id FROM pg_catalog.pg_control_checkpoint() c),
  extract(epoch FROM pg_catalog.pg_postmaster_start_time()),
  (SELECT extract(epoch FROM b.stats_reset) FROM pg_catalog.pg_stat_bgwriter b),
  pg_catalog.txid_snapshot_xmax(pg_catalog.txid_current_snapshot()) >> 32,
  (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database())
) AS life`.trim();
