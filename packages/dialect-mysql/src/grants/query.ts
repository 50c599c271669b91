import { type Statement, sql } from '@sync/core';

/** Every privilege on the database, its tables, their columns and its routines, whosever it is; and the patterns that hold for it among others. */
export const grantsQuery: Statement = sql`
  SELECT
    g.grantee AS 'grantee', g.level AS 'level', g.name AS 'name', g.col AS 'column', g.privilege AS 'privilege',
    g.grantable AS 'grantable',
    g.grantee = CONCAT(
      '''', LEFT(CURRENT_USER(), CHAR_LENGTH(CURRENT_USER()) - LOCATE('@', REVERSE(CURRENT_USER()))),
      '''@''', SUBSTRING_INDEX(CURRENT_USER(), '@', -1), ''''
    ) AS 'self'
  FROM (
    SELECT
      grantee AS grantee, CASE WHEN table_schema = DATABASE() THEN 'database' ELSE 'pattern' END AS level,
      CASE WHEN table_schema = DATABASE() THEN '' ELSE table_schema END AS name, '' AS col,
      privilege_type AS privilege, is_grantable AS grantable
    FROM information_schema.schema_privileges
    WHERE table_schema = DATABASE() OR DATABASE() LIKE table_schema
    UNION ALL
    SELECT grantee, 'table', table_name, '', privilege_type, is_grantable
    FROM information_schema.table_privileges
    WHERE table_schema = DATABASE()
    UNION ALL
    SELECT grantee, 'table', table_name, column_name, privilege_type, is_grantable
    FROM information_schema.column_privileges
    WHERE table_schema = DATABASE()
    UNION ALL
    SELECT CONCAT('''', user, '''@''', host, ''''), LOWER(routine_type), routine_name, '', proc_priv, 'NO'
    FROM mysql.procs_priv
    WHERE db = DATABASE()
  ) AS g
`;
