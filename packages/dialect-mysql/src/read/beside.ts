import type { Question } from './question.js';

const attributes = 'COALESCE(engine_attribute, secondary_engine_attribute) IS NOT NULL';

/** What MySQL keeps with a table beside its definition: statistics that somebody asked for, and what is said to engines. https://dev.mysql.com/doc/refman/9.7/en/optimizer-statistics.html */
export const besideOfMysql: readonly Question[] = [
  {
    columns: { table: 'table_name', what: "CONCAT('the histogram of column ', column_name)" },
    from: 'information_schema.column_statistics',
    database: 'schema_name',
  },
  {
    columns: { table: 'table_name', what: "'ENGINE_ATTRIBUTE'" },
    from: 'information_schema.tables_extensions',
    database: 'table_schema',
    where: attributes,
  },
  {
    columns: { table: 'table_name', what: "CONCAT('ENGINE_ATTRIBUTE of column ', column_name)" },
    from: 'information_schema.columns_extensions',
    database: 'table_schema',
    where: attributes,
  },
];
