import { firstNumber } from './presence.js';
import { pinned } from './read-catalogue.js';

/** What the catalogue holds of one schema, as a sum over its rows; of `0` for what lies in none. */
export interface FingerprintRow {
  readonly namespace: number;
  /** Null for what lies in none. */
  readonly name: string | null;
  /** The same as long as no row of the catalogue came, went or was written anew. */
  readonly sum: string;
  /** Schemas in which something lies that something here depends on, and those in which something depends on what lies here. */
  readonly others: readonly number[];
  /** Whether something is there that the server changes in place, so that its rows do not tell when. */
  readonly restless: boolean;
}

/** How a session is set that asks for fingerprints, until its transaction ends: the catalogue of thousands of schemas is sorted and joined as a whole. */
export const fingerprintSettings = `${pinned}, pg_catalog.set_config('work_mem', '64MB', true)`;

/** A row of the catalogue is another one once it is written anew: https://www.postgresql.org/docs/current/ddl-system-columns.html */
const written = (row: string) => `${row}.xmin::text::bigint`;

/** The functions fold a number of 64 bits to 32: each is of 32, and the one before is the seed. */
const mixed = (seed: number, ...numbers: readonly string[]) =>
  numbers.reduce((inner, number) => `hashint8extended(${number}, ${inner})`, String(seed));

/** Catalogues of what lies in a schema by itself. */
const placed = {
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
const within = { pg_attrdef: 'adrelid', pg_rewrite: 'ev_class', pg_policy: 'polrelid' } as const;

/** Catalogues of what is said of something, by what that is in, the column that names it, and what tells several apart. */
const said: readonly (readonly [catalogue: string, of: string, column: string, ...others: string[]])[] = [
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
const ofAnything = {
  pg_description: ['objsubid'],
  pg_seclabel: ['objsubid', 'hashtextextended(s.provider, 0) >> 32'],
  pg_init_privs: ['objsubid'],
} as const;

/** What lies in no schema. */
const everywhere: readonly (readonly [catalogue: string, ...columns: string[]])[] = [
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
  ['pg_auth_members', 'roleid', 'member'],
];

/** What is said of a database in catalogues of the whole server, in which others are written about as well. */
const ofDatabases: readonly (readonly [catalogue: string, database: string, ...columns: string[]])[] = [
  ['pg_database', 'oid', 'oid'],
  ['pg_db_role_setting', 'setdatabase', 'setdatabase', 'setrole'],
  ['pg_shdescription', 'objoid', 'classoid', 'objoid'],
];

/** What shows no numbers of its rows to everybody is taken by what it says. */
const worded = [
  // Of the roles of a server those that own or are granted anything here, and who reads.
  `SELECT r::text
    FROM pg_roles r
    WHERE r.oid < ${firstNumber} OR r.rolname = current_user OR r.oid IN (
      SELECT s.refobjid
      FROM pg_shdepend s
      JOIN pg_database b ON b.oid = s.dbid
      WHERE b.datname = current_database() AND s.refclassid = 'pg_authid'::regclass
    )`,
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

/**
 * One row for each schema, and one of no schema for what all share, in one pass over the catalogue, whatever the number of schemas. Tables that hold long values are
 * in schemas of the server's own; of theirs nothing but their parameters is read, which count as the table's.
 */
export function fingerprintQuery(features: ReadonlySet<string>): string {
  let seed = 0;
  const next = () => ++seed;
  const things = [
    ...Object.entries(placed).map(
      ([catalogue, column]) => `
  SELECT '${catalogue}'::regclass::oid, t.oid, t.${column}, ${mixed(next(), 't.oid::bigint', written('t'))}
  FROM ${catalogue} t`,
    ),
    ...Object.entries(within).map(
      ([catalogue, column]) => `
  SELECT '${catalogue}'::regclass::oid, t.oid, c.relnamespace, ${mixed(next(), 't.oid::bigint', written('t'))}
  FROM ${catalogue} t JOIN pg_class c ON c.oid = t.${column}`,
    ),
    // What looks after a foreign key lies on both tables, and is the key's: one to what all share is nothing that all share.
    `
  SELECT 'pg_trigger'::regclass::oid, t.oid, coalesce(k.connamespace, c.relnamespace), ${mixed(next(), 't.oid::bigint', written('t'))}
  FROM pg_trigger t
  JOIN pg_class c ON c.oid = t.tgrelid
  LEFT JOIN pg_constraint k ON t.tgisinternal AND k.oid = t.tgconstraint`,
  ];
  const published: typeof said = features.has('published-parts')
    ? [['pg_publication_namespace', 'pg_namespace', 'pnnspid', 'oid']]
    : [];
  const parts = [
    'SELECT t.namespace, t.hash, false FROM things t',
    `
  SELECT c.relnamespace, ${mixed(next(), 'l.oid::bigint', written('l'))}, false
  FROM pg_class l JOIN pg_class c ON c.reltoastrelid = l.oid`,
    ...[...said, ...published].map(
      ([catalogue, of, column, ...others]) => `
  SELECT o.${placed[of as keyof typeof placed]}, ${mixed(next(), ...[column, ...others].map((name) => `s.${name}::bigint`), written('s'))},
    ${catalogue === 'pg_index' ? 'NOT (s.indisvalid AND s.indisready AND s.indislive)' : 'false'}
  FROM ${catalogue} s JOIN ${of} o ON o.oid = s.${column}`,
    ),
    ...Object.entries(ofAnything).map(
      ([catalogue, others]) => `
  SELECT coalesce(t.namespace, 0), ${mixed(next(), 's.classoid::bigint', 's.objoid::bigint', ...others.map((name) => (name.includes('(') ? name : `s.${name}::bigint`)), written('s'))}, false
  FROM ${catalogue} s LEFT JOIN things t ON t.catalogue = s.classoid AND t.oid = s.objoid`,
    ),
    ...[...everywhere, ...(features.has('parameter-privileges') ? [['pg_parameter_acl', 'oid'] as const] : [])].map(
      ([catalogue, ...columns]) => `
  SELECT 0::oid, ${mixed(next(), ...columns.map((name) => `s.${name}::bigint`), written('s'))}, false
  FROM ${catalogue} s`,
    ),
    ...ofDatabases.map(
      ([catalogue, database, ...columns]) => `
  SELECT 0::oid, ${mixed(next(), ...columns.map((name) => `s.${name}::bigint`), written('s'))}, false
  FROM ${catalogue} s JOIN pg_database b ON b.oid = s.${database}
  WHERE b.datname = current_database()`,
    ),
    `
  SELECT 0::oid, hashtextextended(w.said, ${next()}), false
  FROM (
    ${worded.join('\n    UNION ALL\n    ')}
    UNION ALL
    SELECT format('%s = %s', v.name, current_setting(v.name)) FROM unnest('{${settings.join(',')}}'::text[]) AS v (name)
    UNION ALL
    SELECT format('who reads: %s', current_user)
  ) AS w (said)`,
  ];
  return `
WITH things (catalogue, oid, namespace, hash) AS MATERIALIZED (
${things.join('\n  UNION ALL').trimEnd()}
), dependencies AS MATERIALIZED (
  SELECT o.namespace AS own, r.namespace AS other, count(*) AS count, sum(${mixed(
    next(),
    ...['classid', 'objid', 'objsubid', 'refclassid', 'refobjid', 'refobjsubid'].map((name) => `d.${name}::bigint`),
    'ascii(d.deptype::text)::bigint',
  )}) AS sum
  FROM pg_depend d
  LEFT JOIN things o ON o.catalogue = d.classid AND o.oid = d.objid
  LEFT JOIN things r ON r.catalogue = d.refclassid AND r.oid = d.refobjid
  GROUP BY o.namespace, r.namespace
), parts (namespace, hash, restless) AS (
${parts.join('\n  UNION ALL').trimEnd()}
), sums AS (
  SELECT p.namespace, count(*) AS count, sum(p.hash) AS sum, bool_or(p.restless) AS restless
  FROM parts p
  GROUP BY p.namespace
), depending AS (
  SELECT coalesce(d.own, d.other, 0) AS namespace, sum(d.count) AS count, sum(d.sum) AS sum
  FROM dependencies d
  GROUP BY 1
), beside AS (
  SELECT b.own AS namespace, array_agg(DISTINCT b.other) AS others
  FROM (
    SELECT d.own, d.other FROM dependencies d WHERE d.own <> d.other
    UNION ALL
    SELECT d.other, d.own FROM dependencies d WHERE d.own <> d.other
  ) b
  GROUP BY 1
)
SELECT
  s.namespace, n.nspname::text AS name,
  concat_ws(' ', s.count, s.sum, d.count, d.sum) AS sum,
  coalesce(b.others, '{}') AS others, s.restless
FROM sums s
LEFT JOIN depending d ON d.namespace = s.namespace
LEFT JOIN beside b ON b.namespace = s.namespace
LEFT JOIN pg_namespace n ON n.oid = s.namespace
ORDER BY s.namespace`.trim();
}

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
