/** What any tool must ask at least to know such a schema: each table of the information schema once, for the one database. */
export const bareReads = [
  ['tables', 'table_schema'],
  ['columns', 'table_schema'],
  ['statistics', 'table_schema'],
  ['check_constraints', 'constraint_schema'],
  ['table_constraints', 'table_schema'],
  ['referential_constraints', 'constraint_schema'],
  ['key_column_usage', 'table_schema'],
  ['partitions', 'table_schema'],
  ['views', 'table_schema'],
  ['routines', 'routine_schema'],
  ['parameters', 'specific_schema'],
  ['triggers', 'trigger_schema'],
  ['events', 'event_schema'],
].map(([name, schema]) => `SELECT * FROM information_schema.${name} WHERE ${schema} = DATABASE()`);
