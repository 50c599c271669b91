import { quoteText } from '../text/literal.js';
import type { Ask } from './ask.js';

/** What is found lacking, of those who ask one of these. */
export interface Lack {
  readonly asks: readonly Ask[];
  readonly select: string;
}

type Owned = Ask extends infer Each
  ? Each extends `own-${infer Thing}`
    ? Exclude<Thing, 'either-type'>
    : never
  : never;
type Used = Ask extends infer Each ? (Each extends `use-${infer Thing}` ? Thing : never) : never;

/**
 * Roles by which hosters are known: there a server lets roles do what its catalogue denies them. Not all hosters have one, so what only a superuser may create is left to
 * the server to refuse.
 */
const hosters = [
  'rds_superuser',
  'cloudsqlsuperuser',
  'azure_pg_admin',
  'alloydbsuperuser',
  'supabase_admin',
  'neon_superuser',
  'doadmin',
];

const owners = (thing: Owned, from: string, owner: string, schema?: string): Lack => ({
  asks: [`own-${thing}`, ...(schema === undefined ? [] : [`drop-${thing}` as Ask])],
  select: `
SELECT a.title || ' belongs to ' || pg_catalog.pg_get_userbyid(${owner}) AS lack,
  pg_catalog.format('run the plan as %I, or as a role that may act as that', pg_catalog.pg_get_userbyid(${owner})) AS remedy
FROM asked a
JOIN ${from}
WHERE a.ask IN ('own-${thing}', 'drop-${thing}') AND NOT pg_catalog.pg_has_role(${owner}, 'USAGE')${
    schema === undefined
      ? ''
      : `
  AND NOT (a.ask = 'drop-${thing}' AND pg_catalog.pg_has_role((SELECT n.nspowner FROM pg_catalog.pg_namespace n WHERE n.oid = ${schema}), 'USAGE'))`
  }`,
});

const using = (thing: Used, from: string, may: string, what: string, name: string, grant: string): Lack => ({
  asks: [`use-${thing}`],
  select: `
SELECT a.title || ': may not use ${what} ' || ${name}, pg_catalog.format('GRANT USAGE ON ${grant} %s TO %I', ${name}, current_user)
FROM asked a
JOIN ${from}
WHERE a.ask = 'use-${thing}' AND NOT ${may}`,
});

const placed = (table: string, prefix: string) => `
  pg_catalog.${table} o ON o.${prefix}name = a.plain
JOIN pg_catalog.pg_namespace n ON n.oid = o.${prefix}namespace AND n.nspname = a.schema`;

const notHosted = `NOT EXISTS (SELECT FROM pg_catalog.pg_roles r WHERE r.rolname IN (${hosters.map(quoteText).join(', ')}))`;

/** What is made in the database itself takes one right, whoever else has a say in it. */
const noneInDatabase = `
SELECT a.title || ': may make none in database ' || pg_catalog.current_database(),
  pg_catalog.format('GRANT CREATE ON DATABASE %I TO %I', pg_catalog.current_database(), current_user)
FROM asked a`.trim();

/** All that can be told of by the catalogue. */
export const lacks: readonly Lack[] = [
  owners('relation', 'pg_catalog.pg_class c ON c.oid = pg_catalog.to_regclass(a.name)', 'c.relowner', 'c.relnamespace'),
  owners(
    'routine',
    `LATERAL (
  SELECT p.proowner, p.pronamespace
  FROM pg_catalog.pg_proc p
  JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
  WHERE n.nspname = a.schema AND p.proname = a.plain
  ORDER BY pg_catalog.pg_has_role(p.proowner, 'USAGE') DESC, p.oid
  LIMIT 1
) p ON TRUE`,
    'p.proowner',
    'p.pronamespace',
  ),
  owners('type', 'pg_catalog.pg_type t ON t.oid = pg_catalog.to_regtype(a.name)', 't.typowner', 't.typnamespace'),
  owners('schema', 'pg_catalog.pg_namespace s ON s.nspname = a.name', 's.nspowner'),
  owners('publication', 'pg_catalog.pg_publication p ON p.pubname = a.name', 'p.pubowner'),
  owners('server', 'pg_catalog.pg_foreign_server f ON f.srvname = a.name', 'f.srvowner'),
  owners(
    'collation',
    'pg_catalog.pg_collation o ON o.oid = pg_catalog.to_regcollation(a.name)',
    'o.collowner',
    'o.collnamespace',
  ),
  owners('statistics', placed('pg_statistic_ext', 'stx'), 'o.stxowner', 'o.stxnamespace'),
  owners('dictionary', placed('pg_ts_dict', 'dict'), 'o.dictowner', 'o.dictnamespace'),
  owners('configuration', placed('pg_ts_config', 'cfg'), 'o.cfgowner', 'o.cfgnamespace'),
  owners('extension', `pg_catalog.pg_extension e ON e.extname = a.name AND ${notHosted}`, 'e.extowner'),
  owners('event-trigger', `pg_catalog.pg_event_trigger e ON e.evtname = a.name AND ${notHosted}`, 'e.evtowner'),
  {
    asks: ['own-either-type'],
    select: `
SELECT a.title || ' takes to own one of its types',
  pg_catalog.format('run the plan as %s, or as a role that may act as that', (
    SELECT pg_catalog.string_agg(DISTINCT pg_catalog.quote_ident(r.rolname), ' or ')
    FROM pg_catalog.pg_roles r
    WHERE r.oid IN (s.typowner, t.typowner)
  ))
FROM asked a
JOIN pg_catalog.pg_type s ON s.oid = pg_catalog.to_regtype(a.name)
JOIN pg_catalog.pg_type t ON t.oid = pg_catalog.to_regtype(a.other)
WHERE a.ask = 'own-either-type' AND NOT pg_catalog.pg_has_role(s.typowner, 'USAGE') AND NOT pg_catalog.pg_has_role(t.typowner, 'USAGE')`,
  },
  {
    asks: ['act-as'],
    select: `
SELECT a.title || ': may not act as ' || r.rolname, pg_catalog.format('GRANT %I TO %I', r.rolname, current_user)
FROM asked a
JOIN pg_catalog.pg_roles r ON r.rolname = a.name
WHERE a.ask = 'act-as' AND NOT pg_catalog.pg_has_role(r.oid, 'MEMBER')`,
  },
  {
    asks: ['refer-to'],
    select: `
SELECT a.title || ': may not refer to ' || a.name, pg_catalog.format('GRANT REFERENCES ON TABLE %s TO %I', a.name, current_user)
FROM asked a
JOIN pg_catalog.pg_class c ON c.oid = pg_catalog.to_regclass(a.name)
WHERE a.ask = 'refer-to' AND NOT pg_catalog.has_any_column_privilege(c.oid, 'REFERENCES')`,
  },
  {
    asks: ['create-in'],
    select: `
SELECT a.title || ': may make nothing in schema ' || n.nspname, pg_catalog.format('GRANT CREATE ON SCHEMA %I TO %I', n.nspname, current_user)
FROM asked a
JOIN pg_catalog.pg_namespace n ON n.nspname = a.name
WHERE a.ask = 'create-in' AND NOT pg_catalog.has_schema_privilege(n.oid, 'CREATE')`,
  },
  {
    asks: ['create-in-database'],
    select: `
${noneInDatabase}
WHERE a.ask = 'create-in-database' AND NOT pg_catalog.has_database_privilege(pg_catalog.current_database(), 'CREATE')`,
  },
  {
    asks: ['create-extension'],
    select: `
${noneInDatabase}
JOIN pg_catalog.pg_available_extensions e ON e.name = a.name AND e.installed_version IS NULL
JOIN pg_catalog.pg_available_extension_versions v ON v.name = a.name AND v.version = coalesce(a.version, e.default_version)
WHERE a.ask = 'create-extension' AND v.superuser AND v.trusted
  AND NOT pg_catalog.has_database_privilege(pg_catalog.current_database(), 'CREATE')
  AND pg_catalog.current_setting('extwlist.extensions', true) IS NULL
  AND ${notHosted}`,
  },
  using(
    'language',
    'pg_catalog.pg_language l ON l.lanname = a.name AND l.lanpltrusted',
    "pg_catalog.has_language_privilege(l.oid, 'USAGE')",
    'language',
    'pg_catalog.quote_ident(l.lanname)',
    'LANGUAGE',
  ),
  using(
    'type',
    'pg_catalog.pg_type t ON t.oid = pg_catalog.to_regtype(a.name)',
    "pg_catalog.has_type_privilege(t.oid, 'USAGE')",
    'type',
    'pg_catalog.format_type(CASE WHEN t.typelem <> 0 AND t.typlen = -1 THEN t.typelem ELSE t.oid END, NULL)',
    'TYPE',
  ),
  using(
    'wrapper',
    'pg_catalog.pg_foreign_data_wrapper w ON w.fdwname = a.name',
    "pg_catalog.has_foreign_data_wrapper_privilege(w.oid, 'USAGE')",
    'foreign data wrapper',
    'pg_catalog.quote_ident(w.fdwname)',
    'FOREIGN DATA WRAPPER',
  ),
  using(
    'server',
    'pg_catalog.pg_foreign_server f ON f.srvname = a.name',
    "pg_catalog.has_server_privilege(f.oid, 'USAGE')",
    'foreign server',
    'pg_catalog.quote_ident(f.srvname)',
    'FOREIGN SERVER',
  ),
  {
    asks: ['trigger-on'],
    select: `
SELECT a.title || ': may have no triggers on it', pg_catalog.format('GRANT TRIGGER ON TABLE %s TO %I', a.name, current_user)
FROM asked a
JOIN pg_catalog.pg_class c ON c.oid = pg_catalog.to_regclass(a.name)
WHERE a.ask = 'trigger-on' AND NOT pg_catalog.has_table_privilege(c.oid, 'TRIGGER')`,
  },
];
