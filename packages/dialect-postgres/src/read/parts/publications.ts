import { address } from '@sync/core';
import { notOfExtension, ofDatabase, type Part } from '../part.js';

/** A publication, of the whole database. */
export interface PublicationRow {
  readonly oid: number;
  readonly name: string;
  readonly allTables: boolean;
  /** `insert, update`. */
  readonly publish: string;
  readonly viaRoot: boolean;
  /** Whether stored computed columns are published, too. */
  readonly generated: boolean;
  /** Those whose tables are all published, sorted. */
  readonly schemas: readonly string[];
}

const schemasOf = `ARRAY(
    SELECT n.nspname::text
    FROM pg_publication_namespace s
    JOIN pg_namespace n ON n.oid = s.pnnspid
    WHERE s.pnpubid = p.oid
    ORDER BY n.nspname COLLATE "C"
  )`;

/** Publications. */
export const publications: Part<PublicationRow> = {
  name: 'publications',
  of: ['pg_publication'],
  query: (features) =>
    `
SELECT
  p.oid, p.pubname::text AS name, p.puballtables AS "allTables",
  concat_ws(
    ', ', CASE WHEN p.pubinsert THEN 'insert' END, CASE WHEN p.pubupdate THEN 'update' END,
    CASE WHEN p.pubdelete THEN 'delete' END, CASE WHEN p.pubtruncate THEN 'truncate' END
  ) AS publish,
  p.pubviaroot AS "viaRoot",
  ${features.has('published-generated') ? "p.pubgencols = 's'" : 'false'} AS generated,
  ${features.has('published-parts') ? schemasOf : "'{}'::text[]"} AS schemas
FROM pg_publication p
WHERE ${ofDatabase} AND ${notOfExtension('pg_publication', 'p.oid')}
ORDER BY p.oid`.trim(),
  identify: ({ oid, name }) => [{ catalogue: 'pg_publication', oid, address: address('postgres/publication', name) }],
  // That a table goes with its columns and leaves the publication alone stands there as well, and is no need.
  dependents: `
SELECT 'pg_publication_rel'::regclass, r.oid, 'pg_publication'::regclass, r.prpubid
FROM pg_publication_rel r`.trim(),
};

/** A table in a publication. */
export interface PublishedTableRow {
  readonly publication: number;
  readonly relation: number;
  /** As SQL, for people. */
  readonly name: string;
  /** All where it names none; sorted. */
  readonly columns: readonly string[] | null;
  readonly filter: string | null;
}

const columnsOf = `CASE WHEN r.prattrs IS NOT NULL THEN ARRAY(
    SELECT a.attname::text
    FROM unnest(r.prattrs::int2[]) AS n
    JOIN pg_attribute a ON a.attrelid = r.prrelid AND a.attnum = n
    ORDER BY a.attname COLLATE "C"
  ) END`;

/** The tables that publications name. */
export const publishedTables: Part<PublishedTableRow> = {
  name: 'published tables',
  of: ['pg_publication'],
  query(features) {
    const parts = features.has('published-parts');
    return `
SELECT
  r.prpubid AS publication, r.prrelid AS relation, r.prrelid::regclass::text AS name,
  ${parts ? columnsOf : 'NULL::text[]'} AS columns,
  ${parts ? 'pg_get_expr(r.prqual, r.prrelid)' : 'NULL'} AS filter
FROM pg_publication_rel r
WHERE ${ofDatabase}
ORDER BY r.prpubid, r.prrelid`.trim();
  },
};
