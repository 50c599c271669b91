import { type Statement, sql } from '@sync/core';
import type { Flavour } from '../flavour.js';

/** Whether two names are of one database: where case counts in them, it does not in the information schema. */
const isSame = (name: string, other: string) =>
  `IF(@@lower_case_table_names = 0, CAST(${name} AS BINARY) = CAST(${other} AS BINARY), ${name} = ${other})`;

const isAtHand = (name: string) => `${name} = DATABASE() AND ${isSame(name, 'DATABASE()')}`;

/** Every privilege on the database, its tables, their columns and its routines, whosever it is; and the patterns that hold for it among others. */
export function grantsQuery({ databaseInGrants }: Flavour): Statement {
  return sql`
    SELECT
      g.grantee AS 'grantee', g.level AS 'level', g.name AS 'name', g.col AS 'column', g.privilege AS 'privilege',
      g.grantable AS 'grantable',
      g.grantee = CONCAT(
        '''', LEFT(CURRENT_USER(), CHAR_LENGTH(CURRENT_USER()) - LOCATE('@', REVERSE(CURRENT_USER()))),
        '''@''', SUBSTRING_INDEX(CURRENT_USER(), '@', -1), ''''
      ) AS 'self'
    FROM (
      SELECT
        p.grantee AS grantee, CASE WHEN p.is_one THEN 'database' ELSE 'pattern' END AS level,
        CASE WHEN p.is_one THEN '' ELSE p.name END AS name, '' AS col, p.privilege AS privilege, p.grantable AS grantable
      FROM (
        SELECT
          grantee AS grantee, table_schema AS name, ${isSame('table_schema', databaseInGrants)} AS is_one,
          privilege_type AS privilege, is_grantable AS grantable
        FROM information_schema.schema_privileges
      ) AS p
      WHERE p.is_one
        OR IF(@@lower_case_table_names = 0, CAST(DATABASE() AS BINARY) LIKE CAST(p.name AS BINARY), DATABASE() LIKE p.name)
      UNION ALL
      SELECT grantee, 'table', table_name, '', privilege_type, is_grantable
      FROM information_schema.table_privileges
      WHERE ${isAtHand('table_schema')}
      UNION ALL
      SELECT grantee, 'table', table_name, column_name, privilege_type, is_grantable
      FROM information_schema.column_privileges
      WHERE ${isAtHand('table_schema')}
      UNION ALL
      SELECT CONCAT('''', user, '''@''', host, ''''), LOWER(routine_type), routine_name, '', proc_priv, 'NO'
      FROM mysql.procs_priv
      WHERE ${isAtHand('db')}
    ) AS g
  `;
}
