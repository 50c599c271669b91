import { address } from '@sync/core';
import { ofDatabase, type Part } from '../part.js';
import { firstNumber } from '../presence.js';

/** An extension, of the whole database. */
export interface ExtensionRow {
  readonly oid: number;
  readonly name: string;
  readonly version: string;
  readonly schema: string;
  readonly namespace: number;
  readonly relocatable: boolean;
  /** The versions that the one which is there can be updated to. */
  readonly updates: readonly string[];
  /** What people can name of what it brings along, by its bare names. */
  readonly members: readonly string[];
  /** For each of them, what is the same as long as nothing of that name takes, gives or holds anything else. */
  readonly shapes: readonly string[];
}

/** The catalogues of what lies in a schema and is named in texts: how they call the name and the schema, and what there is to know of one. */
const naming = [
  ['pg_type', 'typname', 'typnamespace', "''"],
  ['pg_proc', 'proname', 'pronamespace', 'pg_get_function_arguments(x.oid) || pg_get_function_result(x.oid)'],
  [
    'pg_operator',
    'oprname',
    'oprnamespace',
    "format('%s %s %s', x.oprleft::regtype, x.oprright::regtype, x.oprresult::regtype)",
  ],
  ['pg_opclass', 'opcname', 'opcnamespace', "format('%s %s', x.opcmethod, x.opcintype::regtype)"],
  [
    'pg_class',
    'relname',
    'relnamespace',
    `(
      SELECT string_agg(format('%I %s', c.attname, format_type(c.atttypid, c.atttypmod)), ', ' ORDER BY c.attnum)
      FROM pg_attribute c WHERE c.attrelid = x.oid AND c.attnum > 0 AND NOT c.attisdropped
    )`,
  ],
  ['pg_collation', 'collname', 'collnamespace', "''"],
  ['pg_ts_config', 'cfgname', 'cfgnamespace', "''"],
  ['pg_ts_dict', 'dictname', 'dictnamespace', "''"],
  ['pg_ts_template', 'tmplname', 'tmplnamespace', "''"],
] as const;

const brought = naming
  .map(
    ([table, name, namespace, about]) => `SELECT m.refobjid, x.${name}::text, coalesce(${about}, '')
    FROM pg_depend m JOIN ${table} x ON x.oid = m.objid JOIN pg_extension e ON e.oid = m.refobjid
    WHERE m.refclassid = 'pg_extension'::regclass AND m.deptype = 'e'
      AND m.classid = '${table}'::regclass AND x.${namespace} = e.extnamespace AND e.oid >= ${firstNumber}`,
  )
  .join('\n    UNION ALL\n    ');

/** Extensions, but for those that every database has from the start. Their members are theirs. */
export const extensions: Part<ExtensionRow> = {
  name: 'extensions',
  of: ['pg_extension'],
  query: () =>
    `
SELECT
  e.oid, e.extname::text AS name, e.extversion AS version, n.nspname::text AS schema, e.extnamespace AS namespace,
  e.extrelocatable AS relocatable,
  ARRAY(
    SELECT p.target FROM pg_extension_update_paths(e.extname) p
    WHERE p.source = e.extversion AND p.path IS NOT NULL
    ORDER BY p.target
  ) AS updates,
  coalesce(b.names, '{}') AS members, coalesce(b.shapes, '{}') AS shapes
FROM pg_extension e
JOIN pg_namespace n ON n.oid = e.extnamespace
LEFT JOIN (
  SELECT s.extension, array_agg(s.name ORDER BY s.name COLLATE "C") AS names, array_agg(s.shape ORDER BY s.name COLLATE "C") AS shapes
  FROM (
    SELECT a.extension, a.name, left(md5(string_agg(a.about, ';' ORDER BY a.about COLLATE "C")), 8) AS shape
    FROM (
    ${brought}
    ) AS a (extension, name, about)
    GROUP BY a.extension, a.name
  ) AS s
  GROUP BY s.extension
) AS b ON b.extension = e.oid
WHERE e.oid >= ${firstNumber} AND ${ofDatabase}
ORDER BY e.oid`.trim(),
  identify: ({ oid, name }) => [{ catalogue: 'pg_extension', oid, address: address('postgres/extension', name) }],
};
