import { notOfExtension, type Part } from '../part.js';
import { grantsOf } from './privileges.js';

/** What others may do with whatever a role makes from then on. */
export interface DefaultPrivilegesRow {
  readonly oid: number;
  /** The schema that it is made in, or 0 for any. */
  readonly namespace: number;
  readonly role: string;
  /** `TABLES`. */
  readonly objects: string;
  /** As JSON, like those of a thing that is there. */
  readonly grants: string;
}

/** Default privileges. https://www.postgresql.org/docs/current/catalog-pg-default-acl.html */
export const defaultPrivileges: Part<DefaultPrivilegesRow> = {
  name: 'default privileges',
  query: () =>
    `
SELECT
  d.oid, d.defaclnamespace AS namespace, pg_get_userbyid(d.defaclrole)::text AS role,
  CASE d.defaclobjtype
    WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' WHEN 'f' THEN 'FUNCTIONS' WHEN 'T' THEN 'TYPES'
    WHEN 'n' THEN 'SCHEMAS' ELSE 'LARGE OBJECTS'
  END AS objects,
  ${grantsOf('d.defaclacl', 'd.defaclrole')} AS grants
FROM pg_default_acl d
WHERE (d.defaclnamespace = 0 OR d.defaclnamespace = ANY ($1::oid[])) AND ${notOfExtension('pg_default_acl', 'd.oid')}
ORDER BY d.oid`.trim(),
};
