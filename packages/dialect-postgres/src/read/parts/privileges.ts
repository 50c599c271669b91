import type { Part } from '../part.js';

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
  /** As JSON: grantee (null for everybody), privilege, and whether it may be passed on; of all but the owner. Null where it is what the server assumes. */
  readonly grants: string | null;
  /** As JSON: what the owner may not do. Null where that is nothing. */
  readonly withheld: string | null;
}

/** Grants as JSON, of all but the owner. */
export const grantsOf = (acl: string, owner: string) =>
  `CASE WHEN ${acl} IS NOT NULL THEN coalesce((
    SELECT json_agg(
      json_build_array(CASE WHEN x.grantee <> 0 THEN pg_get_userbyid(x.grantee)::text END, x.privilege_type, x.is_grantable)
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

/** The server's catalogues, with the columns for the schema, the owner and the privileges of what is in them. */
const holders: readonly (readonly [
  catalogue: string,
  namespace: string,
  owner: string,
  acl: string,
  where: string,
  type?: string,
])[] = [
  [
    'pg_class',
    'o.relnamespace',
    'o.relowner',
    'o.relacl',
    "o.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')",
    `CASE WHEN o.relkind = 'S' THEN 's'::"char" ELSE 'r' END`,
  ],
  ['pg_proc', 'o.pronamespace', 'o.proowner', 'o.proacl', 'true', "'f'"],
  [
    'pg_type',
    'o.typnamespace',
    'o.typowner',
    'o.typacl',
    "o.typtype IN ('e', 'd', 'r', 'c') AND o.typrelid = 0",
    "'T'",
  ],
  [
    'pg_type',
    'o.typnamespace',
    'o.typowner',
    'o.typacl',
    "o.typtype = 'c' AND (SELECT r.relkind = 'c' FROM pg_class r WHERE r.oid = o.typrelid)",
    "'T'",
  ],
  ['pg_namespace', 'o.oid', 'o.nspowner', 'o.nspacl', 'true', "'n'"],
  ['pg_statistic_ext', 'o.stxnamespace', 'o.stxowner', 'NULL::aclitem[]', 'true'],
  ['pg_collation', 'o.collnamespace', 'o.collowner', 'NULL::aclitem[]', 'true'],
  ['pg_ts_config', 'o.cfgnamespace', 'o.cfgowner', 'NULL::aclitem[]', 'true'],
  ['pg_ts_dict', 'o.dictnamespace', 'o.dictowner', 'NULL::aclitem[]', 'true'],
];

/** What lies in no schema. */
const global: readonly (readonly [catalogue: string, owner: string, acl: string, type?: string])[] = [
  ['pg_event_trigger', 'o.evtowner', 'NULL::aclitem[]'],
  ['pg_publication', 'o.pubowner', 'NULL::aclitem[]'],
  ['pg_foreign_server', 'o.srvowner', 'o.srvacl', "'S'"],
];

const me = '(SELECT u.oid FROM pg_roles u WHERE u.rolname = current_user)';

/** Whether the database is one of our own. */
export const scratch = "current_database() ~ '^_schema_sync_'";

function selects(all: boolean): readonly string[] {
  const differs = (owner: string, acl: string) => (all ? 'true' : `(${owner} <> ${me} OR ${acl} IS NOT NULL)`);
  return [
    ...holders.map(([catalogue, namespace, owner, acl, where, type]) =>
      `
SELECT '${catalogue}' AS catalogue, o.oid, ${namespace} AS namespace, NULL::text AS column,
  pg_get_userbyid(${owner})::text AS owner, ${owner} = ${me} AS own, ${scratch} AS scratch, ${grantsOf(acl, owner)} AS grants,
  ${type === undefined ? 'NULL::text' : withheldOf(type, acl, owner)} AS withheld
FROM ${catalogue} o
WHERE ${namespace} = ANY ($1::oid[]) AND ${where} AND ${differs(owner, acl)}`.trim(),
    ),
    ...global.map(([catalogue, owner, acl, type]) =>
      `
SELECT '${catalogue}', o.oid, 0::oid, NULL::text, pg_get_userbyid(${owner})::text, ${owner} = ${me}, ${scratch}, ${grantsOf(acl, owner)},
  ${type === undefined ? 'NULL::text' : withheldOf(type, acl, owner)}
FROM ${catalogue} o
WHERE ${differs(owner, acl)}`.trim(),
    ),
    `
SELECT 'pg_class', o.oid, o.relnamespace, a.attname::text, pg_get_userbyid(o.relowner)::text, o.relowner = ${me}, ${scratch},
  ${grantsOf('a.attacl', 'o.relowner')}, NULL::text
FROM pg_attribute a
JOIN pg_class o ON o.oid = a.attrelid
WHERE o.relnamespace = ANY ($1::oid[]) AND a.attacl IS NOT NULL AND NOT a.attisdropped`.trim(),
  ];
}

/** Owners and privileges: those of everything where they were asked for, else those that are not what creating a thing gives. */
export const privileges: Part<PrivilegeRow> = {
  name: 'privileges',
  query: (_features, asked) =>
    `${selects(asked.has('owners') || asked.has('grants')).join('\nUNION ALL\n')}\nORDER BY 1, 2, 4 NULLS FIRST`,
};
