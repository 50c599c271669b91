import type { Part } from './part.js';
import { parts } from './parts.js';

/** An object that the server would not let go without another. */
export interface DependencyRow {
  readonly catalogue: string;
  readonly oid: number;
  /** The column of it that depends, or 0. */
  readonly ofColumn: number;
  readonly onCatalogue: string;
  readonly onOid: number;
  /** The column of the other that is used, or 0. */
  readonly column: number;
}

/** Which objects cannot be without which. The server's own are there in any case: their numbers end below 16384. */
export const dependencies: Part<DependencyRow> = {
  name: 'dependencies',
  query: () =>
    `
WITH owned (classid, objid, catalogue, oid) AS MATERIALIZED (
${parts.flatMap(({ dependents }) => dependents ?? []).join('\nUNION ALL\n')}
)
SELECT DISTINCT
  o.catalogue::text AS catalogue, o.oid, d.objsubid AS "ofColumn", 
  coalesce(x.refclassid, d.refclassid)::regclass::text AS "onCatalogue", coalesce(x.refobjid, d.refobjid) AS "onOid",
  d.refobjsubid AS column
FROM owned o
JOIN pg_depend d ON d.classid = o.classid AND d.objid = o.objid
-- What needs a member of an extension, or lists of one, needs the extension.
LEFT JOIN pg_type l ON d.refclassid = 'pg_type'::regclass AND l.typarray = d.refobjid
LEFT JOIN pg_depend x ON x.classid = d.refclassid AND x.objid = coalesce(l.oid, d.refobjid) AND x.deptype = 'e'
-- In a database that was just filled the server takes such numbers to be rare, and would begin with them; a cast leaves it without an idea.
WHERE d.refobjid::bigint >= 16384
  -- Before 15 the server drops a computed column, without a word, with what it is computed with.
  AND (d.deptype = 'n' OR d.deptype = 'a' AND d.classid = 'pg_class'::regclass AND d.objsubid > 0)
ORDER BY 1, 2, 3, 4, 5, 6`.trim(),
};
