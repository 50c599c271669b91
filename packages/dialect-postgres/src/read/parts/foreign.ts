import { address } from '@sync/core';
import { inSchemas, notOfExtension, ofDatabase, type Part } from '../part.js';

/** Options as JSON: a list of names and values. */
const optionsOf = (options: string) =>
  `coalesce((SELECT json_agg(json_build_array(o.option_name, o.option_value) ORDER BY o.option_name COLLATE "C") FROM pg_options_to_table(${options}) o), '[]')::text`;

/** A foreign server, of the whole database. */
export interface ServerRow {
  readonly oid: number;
  readonly name: string;
  readonly wrapper: string;
  readonly type: string | null;
  readonly version: string | null;
  /** As JSON: a list of names and values. */
  readonly options: string;
  /** For how many users there is something to log in with. */
  readonly mappings: number;
}

/** Asks for all foreign servers that no extension brings. */
export const serversQuery = `
SELECT
  s.oid, s.srvname::text AS name, w.fdwname::text AS wrapper, s.srvtype AS type, s.srvversion AS version,
  ${optionsOf('s.srvoptions')} AS options,
  (SELECT count(*)::int FROM pg_user_mappings m WHERE m.srvid = s.oid) AS mappings
FROM pg_foreign_server s
JOIN pg_foreign_data_wrapper w ON w.oid = s.srvfdw
WHERE ${ofDatabase} AND ${notOfExtension('pg_foreign_server', 's.oid')}
ORDER BY s.oid`.trim();

/** Foreign servers. */
export const servers: Part<ServerRow> = {
  name: 'foreign servers',
  of: ['pg_foreign_server'],
  query: () => serversQuery,
  identify: ({ oid, name }) => [{ catalogue: 'pg_foreign_server', oid, address: address('postgres/server', name) }],
  dependents: `
SELECT 'pg_foreign_server'::regclass, s.oid, 'pg_foreign_server'::regclass, s.oid
FROM pg_foreign_server s`.trim(),
};

/** What makes a relation a foreign table. */
export interface ForeignTableRow {
  readonly relation: number;
  readonly server: string;
  /** As JSON: a list of names and values. */
  readonly options: string;
}

/** Foreign tables, beside what they have as relations. */
export const foreignTables: Part<ForeignTableRow> = {
  name: 'foreign tables',
  of: ['pg_class f'],
  query: () =>
    `
SELECT f.ftrelid AS relation, s.srvname::text AS server, ${optionsOf('f.ftoptions')} AS options
FROM pg_foreign_table f
JOIN pg_foreign_server s ON s.oid = f.ftserver
JOIN pg_class c ON c.oid = f.ftrelid
WHERE ${inSchemas('c.relnamespace', 'c.oid')}
ORDER BY f.ftrelid`.trim(),
};

/** The options of a foreign table's column. */
export interface ForeignColumnRow {
  readonly relation: number;
  readonly number: number;
  /** As JSON: a list of names and values. */
  readonly options: string;
}

/** The columns of foreign tables that have options. */
export const foreignColumns: Part<ForeignColumnRow> = {
  name: 'foreign columns',
  of: ['pg_class f'],
  query: () =>
    `
SELECT a.attrelid AS relation, a.attnum AS number, ${optionsOf('a.attfdwoptions')} AS options
FROM pg_attribute a
JOIN pg_class c ON c.oid = a.attrelid
WHERE ${inSchemas('c.relnamespace', 'c.oid')} AND c.relkind = 'f' AND a.attfdwoptions IS NOT NULL AND NOT a.attisdropped
ORDER BY a.attrelid, a.attnum`.trim(),
};
