const inSchema = "n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'";

/** What any tool must ask at least to know such a schema, each kind by one query that the server prints the definitions for. */
export const bareReads = [
  `SELECT c.oid, n.nspname, c.relname, c.relkind, c.relpersistence, c.reloptions,
     CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END
   FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE ${inSchema} AND c.relkind IN ('r', 'p', 'v', 'm', 'S')`,
  `SELECT a.attrelid, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, a.attgenerated,
     a.attcollation, a.attstorage, pg_get_expr(d.adbin, d.adrelid)
   FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
   LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
   WHERE ${inSchema} AND c.relkind IN ('r', 'p', 'v', 'm') AND a.attnum > 0 AND NOT a.attisdropped`,
  `SELECT k.oid, k.conrelid, k.conname, k.contype, k.convalidated, pg_get_constraintdef(k.oid)
   FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace WHERE ${inSchema}`,
  `SELECT i.indexrelid, i.indrelid, i.indisunique, i.indisvalid, pg_get_indexdef(i.indexrelid)
   FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${inSchema}`,
  `SELECT s.* FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE ${inSchema}`,
  `SELECT p.oid, p.proname, pg_get_functiondef(p.oid) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
   WHERE ${inSchema} AND p.prokind <> 'a'`,
  `SELECT t.oid, t.tgrelid, t.tgname, t.tgenabled, pg_get_triggerdef(t.oid) FROM pg_trigger t WHERE NOT t.tgisinternal`,
  `SELECT e.enumtypid, e.enumlabel FROM pg_enum e ORDER BY e.enumtypid, e.enumsortorder`,
  `SELECT d.classid, d.objid, d.objsubid, d.refclassid, d.refobjid, d.refobjsubid, d.deptype FROM pg_depend d
   WHERE d.refobjid >= 16384 AND d.deptype IN ('n', 'a')`,
  `SELECT d.objoid, d.classoid, d.objsubid, d.description FROM pg_description d WHERE d.objoid >= 16384`,
];
