import { columnOptions } from '../options.js';
import { inSchemas, ofDatabase, type Part } from '../part.js';
import { type Arm, unionOf } from '../presence.js';

/** Something that no kind covers and that is said of an object which one does: said again where that is made anew. */
export interface CarriedRow {
  readonly catalogue: string;
  readonly oid: number;
  readonly namespace: number;
  /** What it is, as it is listed, and of what. */
  readonly kind: string;
  readonly name: string;
  /** What stands behind the name in ALTER. */
  readonly tail: string;
  /** Whether saying it again moves all that is there. */
  readonly moves: boolean;
  /** The column that it is about. */
  readonly column: string | null;
}

const titles = `CASE c.relkind WHEN 'm' THEN 'materialized view' WHEN 'i' THEN 'index' WHEN 'I' THEN 'index' ELSE 'table' END`;

/** What is said of a column of a materialized view, as ALTER COLUMN takes it. */
const ofColumn = (what: string, tail: string, where: string): Arm => ({
  of: ['pg_class m'],
  select: `
SELECT 'pg_class', c.oid, c.relnamespace, '${what} of column', format('%s.%s', c.relname, a.attname),
  format('ALTER COLUMN %I ', a.attname) || ${tail}, false, a.attname::text
FROM pg_attribute a
JOIN pg_class c ON c.oid = a.attrelid
JOIN pg_type t ON t.oid = a.atttypid
WHERE ${inSchemas('c.relnamespace', 'c.oid')} AND c.relkind = 'm' AND a.attnum > 0 AND ${where}`,
});

const storage = `CASE a.attstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'm' THEN 'MAIN' ELSE 'EXTENDED' END`;
const compression = `CASE a.attcompression WHEN 'p' THEN 'pglz' ELSE 'lz4' END`;

const armsOf = (features: ReadonlySet<string>): readonly Arm[] => [
  {
    of: ['pg_class r', 'pg_class p', 'pg_class m'],
    select: `
SELECT 'pg_class', c.oid, c.relnamespace, 'tablespace of ' || ${titles}, c.relname::text, format('SET TABLESPACE %I', s.spcname), true, NULL
FROM pg_class c
JOIN pg_tablespace s ON s.oid = c.reltablespace
WHERE ${inSchemas('c.relnamespace', 'c.oid')} AND c.relkind IN ('r', 'p', 'm', 'i', 'I')`,
  },
  {
    of: ['pg_class r', 'pg_class p'],
    select: `
SELECT 'pg_class', c.oid, c.relnamespace, 'access method of table', c.relname::text, format('SET ACCESS METHOD %I', m.amname), true, NULL
FROM pg_class c
JOIN pg_am m ON m.oid = c.relam
WHERE ${inSchemas('c.relnamespace', 'c.oid')} AND c.relkind IN ('r', 'p') AND m.amname <> 'heap'`,
  },
  {
    of: ['pg_depend x'],
    select: `
SELECT d.classid::regclass::text, d.objid, coalesce(p.pronamespace, c.relnamespace, tc.relnamespace), 'dependency on extension',
  format('%s of %s', e.extname, pg_describe_object(d.classid, d.objid, 0)), format('DEPENDS ON EXTENSION %I', e.extname), false, NULL
FROM pg_depend d
JOIN pg_extension e ON d.refclassid = 'pg_extension'::regclass AND e.oid = d.refobjid
LEFT JOIN pg_proc p ON d.classid = 'pg_proc'::regclass AND p.oid = d.objid
LEFT JOIN pg_class c ON d.classid = 'pg_class'::regclass AND c.oid = d.objid
LEFT JOIN pg_trigger t ON d.classid = 'pg_trigger'::regclass AND t.oid = d.objid
LEFT JOIN pg_class tc ON tc.oid = t.tgrelid
WHERE d.deptype = 'x' AND coalesce(p.pronamespace, c.relnamespace, tc.relnamespace) = ANY ($1::oid[])`,
  },
  ofColumn('statistics', "'SET STATISTICS ' || a.attstattarget", 'a.attstattarget >= 0'),
  ofColumn(
    'options',
    `format('SET (%s)', array_to_string(${columnOptions('a.attoptions')}, ', '))`,
    `${columnOptions('a.attoptions')} IS NOT NULL`,
  ),
  ofColumn('storage', `'SET STORAGE ' || ${storage}`, 'a.attstorage <> t.typstorage'),
  ...(features.has('column-compression')
    ? [ofColumn('compression', `'SET COMPRESSION ' || ${compression}`, "a.attcompression IN ('p', 'l')")]
    : []),
];

/** Tablespaces, ways to store tables, and what else is left alone and would be lost with what it is said of. */
export const carried: Part<CarriedRow> = {
  name: 'carried',
  query(features, _asked, present) {
    const found = unionOf(armsOf(features), present);
    return (
      found &&
      `SELECT *\nFROM (\n${found}\n) AS found (catalogue, oid, namespace, kind, name, tail, moves, "column")\nWHERE ${ofDatabase}\nORDER BY 1, 2, 6`
    );
  },
};
