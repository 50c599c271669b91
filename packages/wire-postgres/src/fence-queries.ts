import type { Statement } from '@sync/core';

/** Roles of the server's own that get at its files, its programs and the sessions of others. https://www.postgresql.org/docs/current/predefined-roles.html */
const reachingRoles = [
  'pg_read_server_files',
  'pg_write_server_files',
  'pg_execute_server_program',
  'pg_signal_backend',
  'pg_create_subscription',
];

/** Extensions whose functions connect to other servers or work on files, and that let everybody call them. */
const reachingExtensions = [
  'adminpack',
  'aws_commons',
  'aws_lambda',
  'aws_s3',
  'dblink',
  'http',
  'pg_cron',
  'pg_net',
  'plsh',
];

const quoted = (names: readonly string[]) => names.map((name) => `'${name}'`).join(', ');

/** Reads what the role of a session can do on the server beyond its own databases. */
export const reachOf: Statement = {
  text: `
SELECT
  rolname::text AS role,
  rolsuper AS superuser,
  rolcreaterole AS "makesRoles",
  ARRAY(
    SELECT other.rolname::text FROM pg_catalog.pg_roles other
    WHERE other.rolname IN (${quoted(reachingRoles)}) AND pg_catalog.pg_has_role(r.oid, other.oid, 'MEMBER')
    UNION ALL SELECT 'REPLICATION' WHERE r.rolreplication
  ) AS beyond
FROM pg_catalog.pg_roles r
WHERE rolname = current_user`.trim(),
};

/** What has an owner, and can be given to a role that is no superuser. Foreign tables and servers stay with whoever made them: they are other places. */
const owned = `
  SELECT 'pg_catalog.pg_namespace'::regclass AS catalogue, oid FROM pg_catalog.pg_namespace
  UNION ALL
  SELECT 'pg_catalog.pg_class'::regclass, oid FROM pg_catalog.pg_class WHERE relkind IN ('r', 'p', 'v', 'm', 'S')
  UNION ALL
  SELECT 'pg_catalog.pg_proc'::regclass, p.oid FROM pg_catalog.pg_proc p
  JOIN pg_catalog.pg_language l ON l.oid = p.prolang AND l.lanpltrusted
  UNION ALL
  SELECT 'pg_catalog.pg_type'::regclass, t.oid FROM pg_catalog.pg_type t
  LEFT JOIN pg_catalog.pg_class c ON c.oid = t.typrelid
  WHERE t.typtype IN ('d', 'e', 'r', 'b') AND t.typcategory <> 'A' OR c.relkind = 'c'
  UNION ALL
  SELECT 'pg_catalog.pg_operator'::regclass, oid FROM pg_catalog.pg_operator
  UNION ALL
  SELECT 'pg_catalog.pg_opfamily'::regclass, oid FROM pg_catalog.pg_opfamily
  UNION ALL
  SELECT 'pg_catalog.pg_opclass'::regclass, oid FROM pg_catalog.pg_opclass
  UNION ALL
  SELECT 'pg_catalog.pg_collation'::regclass, oid FROM pg_catalog.pg_collation
  UNION ALL
  SELECT 'pg_catalog.pg_conversion'::regclass, oid FROM pg_catalog.pg_conversion
  UNION ALL
  SELECT 'pg_catalog.pg_ts_config'::regclass, oid FROM pg_catalog.pg_ts_config
  UNION ALL
  SELECT 'pg_catalog.pg_ts_dict'::regclass, oid FROM pg_catalog.pg_ts_dict
  UNION ALL
  SELECT 'pg_catalog.pg_statistic_ext'::regclass, oid FROM pg_catalog.pg_statistic_ext
  UNION ALL
  SELECT 'pg_catalog.pg_publication'::regclass, oid FROM pg_catalog.pg_publication WHERE NOT puballtables`;

/** The statements that give a role what stands in the database, but for what came with an extension or goes along with something else. */
export function handOver(role: string): Statement {
  return {
    text: `
SELECT pg_catalog.format('ALTER %s %s OWNER TO %I', replace(i.type, ' object', ''), i.identity, $1::text) AS text
FROM (${owned}
) o, pg_catalog.pg_identify_object(o.catalogue, o.oid, 0) i
WHERE (o.oid >= 16384 OR i.type = 'schema' AND i.name = 'public') AND NOT EXISTS (
  SELECT FROM pg_catalog.pg_depend d
  WHERE d.classid = o.catalogue AND d.objid = o.oid AND d.objsubid = 0
    AND (d.deptype = 'e' OR d.deptype IN ('a', 'i') AND i.type IN ('sequence', 'type'))
)
ORDER BY o.oid`.trim(),
    params: [role],
  };
}

/** The statements that take from everybody, and from a role, what reaches other servers and files: functions of extensions, and those in languages that may do anything. */
export function withholdFunctions(role: string): Statement {
  return {
    text: `
SELECT pg_catalog.format('REVOKE EXECUTE ON ROUTINE %s FROM PUBLIC, %I', p.oid::regprocedure, $1::text) AS text
FROM pg_catalog.pg_proc p
JOIN pg_catalog.pg_language l ON l.oid = p.prolang
LEFT JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e'
LEFT JOIN pg_catalog.pg_extension e ON e.oid = d.refobjid
WHERE p.oid >= 16384 AND (
  e.extname IN (${quoted(reachingExtensions)})
  OR e.oid IS NULL AND NOT l.lanpltrusted
)`.trim(),
    params: [role],
  };
}
