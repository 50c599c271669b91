import type { Part } from '../part.js';

/** What somebody wrote about an object or a column. */
export interface CommentRow {
  /** `pg_class`. */
  readonly catalogue: string;
  readonly oid: number;
  /** Of a relation, or 0. */
  readonly column: number;
  /** The schema that it lies in, or 0 for what lies in none. */
  readonly namespace: number;
  readonly text: string;
}

/** The server's catalogues, each with the schema of what is in it. */
const holders: readonly (readonly [catalogue: string, namespace: string, join?: string])[] = [
  ['pg_class', 'o.relnamespace'],
  ['pg_type', 'o.typnamespace'],
  ['pg_proc', 'o.pronamespace'],
  ['pg_constraint', 'o.connamespace'],
  ['pg_statistic_ext', 'o.stxnamespace'],
  ['pg_collation', 'o.collnamespace'],
  ['pg_ts_config', 'o.cfgnamespace'],
  ['pg_ts_dict', 'o.dictnamespace'],
  ['pg_namespace', 'o.oid'],
  ['pg_trigger', 'c.relnamespace', 'JOIN pg_class c ON c.oid = o.tgrelid'],
  ['pg_policy', 'c.relnamespace', 'JOIN pg_class c ON c.oid = o.polrelid'],
  ['pg_rewrite', 'c.relnamespace', 'JOIN pg_class c ON c.oid = o.ev_class'],
];

/** What lies in no schema. */
const global: readonly string[] = [
  'pg_event_trigger',
  'pg_publication',
  'pg_foreign_data_wrapper',
  'pg_foreign_server',
];

const selects: readonly string[] = [
  ...holders.map(([catalogue, namespace, join = '']) =>
    `
SELECT '${catalogue}' AS catalogue, o.oid, d.objsubid AS column, ${namespace} AS namespace, d.description AS text
FROM pg_description d
JOIN ${catalogue} o ON o.oid = d.objoid ${join}
WHERE d.classoid = '${catalogue}'::regclass AND ${namespace} = ANY ($1::oid[])`.trim(),
  ),
  ...global.map((catalogue) =>
    `
SELECT '${catalogue}', d.objoid, d.objsubid, 0, d.description
FROM pg_description d
WHERE d.classoid = '${catalogue}'::regclass AND d.objoid >= 16384`.trim(),
  ),
];

/** Comments, but for those that extensions bring for themselves. */
export const comments: Part<CommentRow> = {
  name: 'comments',
  query: () => `${selects.join('\nUNION ALL\n')}\nORDER BY 1, 2, 3`,
};
