import { notOfExtension, ofDatabase, type Part } from '../part.js';
import { grantsOf, scratch, withheldOf } from './privileges.js';

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
  /** As JSON: what the role itself may not do with it. Null where that is nothing. */
  readonly withheld: string | null;
  /** Whether the database is one of our own. */
  readonly scratch: boolean;
  /** Who reads. */
  readonly reader: string;
}

/** Default privileges. https://www.postgresql.org/docs/current/catalog-pg-default-acl.html */
export const defaultPrivileges: Part<DefaultPrivilegesRow> = {
  name: 'default privileges',
  of: ['pg_default_acl'],
  query: () =>
    `
SELECT
  d.oid, d.defaclnamespace AS namespace, pg_get_userbyid(d.defaclrole)::text AS role,
  CASE d.defaclobjtype
    WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' WHEN 'f' THEN 'FUNCTIONS' WHEN 'T' THEN 'TYPES'
    WHEN 'n' THEN 'SCHEMAS' ELSE 'LARGE OBJECTS'
  END AS objects,
  ${grantsOf('d.defaclacl', 'd.defaclrole')} AS grants,
  CASE WHEN d.defaclnamespace = 0 THEN ${withheldOf(`CASE d.defaclobjtype WHEN 'S' THEN 's'::"char" ELSE d.defaclobjtype END`, 'd.defaclacl', 'd.defaclrole')} END AS withheld,
  ${scratch} AS scratch, current_user::text AS reader
FROM pg_default_acl d
WHERE (d.defaclnamespace = 0 OR d.defaclnamespace = ANY ($1::oid[])) AND ${ofDatabase}
  AND ${notOfExtension('pg_default_acl', 'd.oid')}
ORDER BY d.oid`.trim(),
};
