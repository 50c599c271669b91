import { inSchemas, ofDatabase, type Part } from '../part.js';
import { type Arm, type Presence, unionOf } from '../presence.js';

/** Who owns something, and what others may do with it. */
export interface PrivilegeRow {
  /** `pg_class`. */
  readonly catalogue: string;
  readonly oid: number;
  /** The schema that it lies in, or 0. */
  readonly namespace: number;
  /** Of a column, or null. */
  readonly column: string | null;
  readonly owner: string;
  /** Whether the owner is who reads. */
  readonly own: boolean;
  /** Whether the database is one of our own, where nobody is to be granted anything that nobody asked for. */
  readonly scratch: boolean;
  /** As JSON: grantee (null for everybody), privilege, whether it may be passed on, and who granted it if not the owner; of all but the owner. Null where it is what the server assumes. */
  readonly grants: string | null;
  /** As JSON: what the owner may not do. Null where that is nothing. */
  readonly withheld: string | null;
}

/** Grants as JSON, of all but the owner. */
export const grantsOf = (acl: string, owner: string) =>
  `CASE WHEN ${acl} IS NOT NULL THEN coalesce((
    SELECT json_agg(
      json_build_array(
        CASE WHEN x.grantee <> 0 THEN pg_get_userbyid(x.grantee)::text END, x.privilege_type, x.is_grantable,
        CASE WHEN x.grantor <> ${owner} THEN pg_get_userbyid(x.grantor)::text END
      )
    )
    FROM aclexplode(${acl}) x
    WHERE x.grantee <> ${owner}
  ), '[]')::text END`;

/** What an owner may do by default and may not do here, as JSON; `type` is what acldefault() calls such a thing. */
export const withheldOf = (type: string, acl: string, owner: string) =>
  `CASE WHEN ${acl} IS NOT NULL THEN (
    SELECT json_agg(w.privilege_type ORDER BY w.privilege_type COLLATE "C")::text
    FROM aclexplode(acldefault(${type}, ${owner})) w
    WHERE w.grantee = ${owner} AND NOT EXISTS (
      SELECT FROM aclexplode(${acl}) x WHERE x.grantee = ${owner} AND x.privilege_type = w.privilege_type
    )
  ) END`;

/** What has columns. */
const tables: readonly Presence[] = ['pg_class r', 'pg_class p', 'pg_class v', 'pg_class m', 'pg_class f'];

/** The server's catalogues, with the columns for the schema, the owner and the privileges of what is in them. */
const holders: readonly (readonly [
  catalogue: string,
  namespace: string,
  owner: string,
  acl: string,
  where: string,
  of: readonly Presence[] | undefined,
  type?: string,
])[] = [
  [
    'pg_class',
    'o.relnamespace',
    'o.relowner',
    'o.relacl',
    "o.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')",
    [...tables, 'pg_class S'],
    `CASE WHEN o.relkind = 'S' THEN 's'::"char" ELSE 'r' END`,
  ],
  [
    'pg_proc',
    'o.pronamespace',
    'o.proowner',
    'o.proacl',
    'true',
    ['pg_proc f', 'pg_proc p', 'pg_proc w', 'pg_proc a'],
    "'f'",
  ],
  [
    'pg_type',
    'o.typnamespace',
    'o.typowner',
    'o.typacl',
    "o.typtype IN ('e', 'd', 'r', 'c') AND o.typrelid = 0",
    ['pg_type e', 'pg_type d', 'pg_type r', 'pg_type c'],
    "'T'",
  ],
  [
    'pg_type',
    'o.typnamespace',
    'o.typowner',
    'o.typacl',
    "o.typtype = 'c' AND (SELECT r.relkind = 'c' FROM pg_class r WHERE r.oid = o.typrelid)",
    ['pg_class c'],
    "'T'",
  ],
  ['pg_namespace', 'o.oid', 'o.nspowner', 'o.nspacl', 'true', undefined, "'n'"],
  ['pg_statistic_ext', 'o.stxnamespace', 'o.stxowner', 'NULL::aclitem[]', 'true', ['pg_statistic_ext']],
  ['pg_collation', 'o.collnamespace', 'o.collowner', 'NULL::aclitem[]', 'true', ['pg_collation']],
  ['pg_ts_config', 'o.cfgnamespace', 'o.cfgowner', 'NULL::aclitem[]', 'true', ['pg_ts_config']],
  ['pg_ts_dict', 'o.dictnamespace', 'o.dictowner', 'NULL::aclitem[]', 'true', ['pg_ts_dict']],
];

/** What lies in no schema. */
const global: readonly (readonly [catalogue: Presence, owner: string, acl: string, type?: string])[] = [
  ['pg_event_trigger', 'o.evtowner', 'NULL::aclitem[]'],
  ['pg_publication', 'o.pubowner', 'NULL::aclitem[]'],
  ['pg_foreign_server', 'o.srvowner', 'o.srvacl', "'S'"],
];

const me = '(SELECT m.oid FROM me m)';

/** Whether the database is one of our own. */
export const scratch = "current_database() ~ '^_schema_sync_'";

/** Whose things are, and what is granted on them, as the server keeps it: those of everything, or those that are not what creating a thing gives. */
function armsOf(all: boolean): readonly Arm[] {
  const differs = (owner: string, acl: string) => (all ? 'true' : `(${owner} <> ${me} OR ${acl} IS NOT NULL)`);
  return [
    ...holders.map(([catalogue, namespace, owner, acl, where, of, type = 'NULL']) => ({
      ...(of && { of }),
      select: `
SELECT '${catalogue}', o.oid, ${namespace}, NULL::text, ${owner}, ${acl}, (${type})::"char"
FROM ${catalogue} o
WHERE ${inSchemas(namespace, 'o.oid')} AND ${where} AND ${differs(owner, acl)}`,
    })),
    ...global.map(([catalogue, owner, acl, type = 'NULL']) => ({
      of: [catalogue],
      select: `
SELECT '${catalogue}', o.oid, 0::oid, NULL::text, ${owner}, ${acl}, (${type})::"char"
FROM ${catalogue} o
WHERE ${differs(owner, acl)}`,
    })),
    {
      of: tables,
      select: `
SELECT 'pg_class', o.oid, o.relnamespace, a.attname::text, o.relowner, a.attacl, NULL::"char"
FROM pg_attribute a
JOIN pg_class o ON o.oid = a.attrelid
WHERE ${inSchemas('o.relnamespace', 'o.oid')} AND a.attacl IS NOT NULL AND NOT a.attisdropped`,
    },
  ];
}

/** Owners and privileges: those of everything where they were asked for, else those that are not what creating a thing gives. */
export const privileges: Part<PrivilegeRow> = {
  name: 'privileges',
  // Worded in one place for all: the server would plan for the same words in each of them, which takes it longer than finding anything does.
  query: (_features, asked, present) =>
    `
WITH me AS MATERIALIZED (
  SELECT u.oid FROM pg_roles u WHERE u.rolname = current_user
)
SELECT
  f.catalogue, f.oid, f.namespace, f.column, pg_get_userbyid(f.owner)::text AS owner, f.owner = ${me} AS own, ${scratch} AS scratch,
  ${grantsOf('f.acl', 'f.owner')} AS grants,
  CASE WHEN f.type IS NOT NULL THEN ${withheldOf('f.type', 'f.acl', 'f.owner')} END AS withheld
FROM (
${unionOf(armsOf(asked.has('owners') || asked.has('grants')), present)}
) AS f (catalogue, oid, namespace, "column", owner, acl, type)
WHERE ${ofDatabase}
ORDER BY 1, 2, 4 NULLS FIRST`.trim(),
};
