import { type Statement, sql } from '@sync/core';

/** What MySQL keeps with a table beside its definition: statistics that somebody asked for, and what is said to engines. https://dev.mysql.com/doc/refman/9.7/en/optimizer-statistics.html */
export const besideOfMysql: Statement = sql`
  SELECT table_name AS 'table', CONCAT('the histogram of column ', column_name) AS 'what'
  FROM information_schema.column_statistics
  WHERE schema_name = DATABASE()
  UNION ALL
  SELECT table_name, 'ENGINE_ATTRIBUTE'
  FROM information_schema.tables_extensions
  WHERE table_schema = DATABASE() AND COALESCE(engine_attribute, secondary_engine_attribute) IS NOT NULL
  UNION ALL
  SELECT table_name, CONCAT('ENGINE_ATTRIBUTE of column ', column_name)
  FROM information_schema.columns_extensions
  WHERE table_schema = DATABASE() AND COALESCE(engine_attribute, secondary_engine_attribute) IS NOT NULL
`;
