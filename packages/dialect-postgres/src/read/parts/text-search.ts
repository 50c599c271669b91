import { address } from '@sync/core';
import { inSchemas, notOfExtension, type Part } from '../part.js';

/** A text search dictionary. */
export interface DictionaryRow {
  readonly oid: number;
  readonly namespace: number;
  readonly name: string;
  /** Its path, as SQL. */
  readonly template: string;
  /** `language = 'german', stopwords = 'german'`, as the server wrote it down. */
  readonly options: string | null;
}

/** Text search dictionaries. */
export const dictionaries: Part<DictionaryRow> = {
  name: 'text search dictionaries',
  sql: ['template'],
  of: ['pg_ts_dict'],
  query: () =>
    `
SELECT
  d.oid, d.dictnamespace AS namespace, d.dictname::text AS name,
  format('%I.%I', n.nspname, t.tmplname) AS template, d.dictinitoption AS options
FROM pg_ts_dict d
JOIN pg_ts_template t ON t.oid = d.dicttemplate
JOIN pg_namespace n ON n.oid = t.tmplnamespace
WHERE ${inSchemas('d.dictnamespace', 'd.oid')} AND ${notOfExtension('pg_ts_dict', 'd.oid')}
ORDER BY d.oid`.trim(),
  identify: ({ oid, namespace, name }, { placeOf }) => [
    {
      catalogue: 'pg_ts_dict',
      oid,
      address: address('postgres/text-search-dictionary', ...placeOf(namespace).prefix, name),
    },
  ],
  dependents: `
SELECT 'pg_ts_dict'::regclass, d.oid, 'pg_ts_dict'::regclass, d.oid
FROM pg_ts_dict d
WHERE ${inSchemas('d.dictnamespace', 'd.oid')}`.trim(),
};

/** A text search configuration. */
export interface ConfigurationRow {
  readonly oid: number;
  readonly namespace: number;
  readonly name: string;
  /** Its path, as SQL. */
  readonly parser: string;
  /** As JSON: each sort of token, with the paths of the dictionaries that it is looked up in, in their order. */
  readonly mappings: string;
}

/** Text search configurations. */
export const configurations: Part<ConfigurationRow> = {
  name: 'text search configurations',
  sql: ['parser', 'mappings'],
  of: ['pg_ts_config'],
  query: () =>
    `
SELECT
  c.oid, c.cfgnamespace AS namespace, c.cfgname::text AS name, format('%I.%I', n.nspname, p.prsname) AS parser,
  coalesce((
    SELECT json_agg(json_build_array(own.alias, own.dictionaries) ORDER BY own.alias COLLATE "C")
    FROM (
      SELECT k.alias, json_agg(format('%I.%I', dn.nspname, d.dictname) ORDER BY m.mapseqno) AS dictionaries
      FROM pg_ts_config_map m
      JOIN ts_token_type(c.cfgparser) k ON k.tokid = m.maptokentype
      JOIN pg_ts_dict d ON d.oid = m.mapdict
      JOIN pg_namespace dn ON dn.oid = d.dictnamespace
      WHERE m.mapcfg = c.oid
      GROUP BY k.alias
    ) AS own
  ), '[]')::text AS mappings
FROM pg_ts_config c
JOIN pg_ts_parser p ON p.oid = c.cfgparser
JOIN pg_namespace n ON n.oid = p.prsnamespace
WHERE ${inSchemas('c.cfgnamespace', 'c.oid')} AND ${notOfExtension('pg_ts_config', 'c.oid')}
ORDER BY c.oid`.trim(),
  identify: ({ oid, namespace, name }, { placeOf }) => [
    {
      catalogue: 'pg_ts_config',
      oid,
      address: address('postgres/text-search-configuration', ...placeOf(namespace).prefix, name),
    },
  ],
  dependents: `
SELECT 'pg_ts_config'::regclass, c.oid, 'pg_ts_config'::regclass, c.oid
FROM pg_ts_config c
WHERE ${inSchemas('c.cfgnamespace', 'c.oid')}`.trim(),
};
