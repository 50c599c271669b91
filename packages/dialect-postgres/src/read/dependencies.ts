import { ofDatabase, type Part } from './part.js';
import { parts } from './parts.js';
import { firstNumber, type Present, unionOf } from './presence.js';

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

/** Which objects cannot be without which. The server's own are there in any case: their numbers end below a first one. */
export const dependencies: Part<DependencyRow> = {
  name: 'dependencies',
  query: (_features, _asked, present) => queryOf(present, inOnePass),
};

/** The same of a few things among many: each is looked up. */
export const dependenciesOfFew: Part<DependencyRow> = {
  name: 'dependencies',
  query: (_features, _asked, present) => queryOf(present, oneByOne),
};

function queryOf(present: Present, found: string): string | undefined {
  const arms = parts.flatMap(({ of, dependents }) =>
    dependents === undefined ? [] : [{ ...(of && { of }), select: dependents }],
  );
  const owned = unionOf(arms, present);
  return owned && worded(owned, found);
}

const columns = `
  SELECT DISTINCT
    o.catalogue::oid AS catalogue, o.oid, d.objsubid, coalesce(x.refclassid, d.refclassid) AS refclassid,
    coalesce(x.refobjid, d.refobjid) AS refobjid, d.refobjsubid`;

// In a database that was just filled the server takes such numbers to be rare, and would begin with them; a cast leaves it without an idea.
const wanted = `d.refobjid::bigint >= ${firstNumber}
    -- Before 15 the server drops a computed column, without a word, with what it is computed with.
    AND (d.deptype = 'n' OR d.deptype = 'a' AND d.classid = 'pg_class'::regclass AND d.objsubid > 0)`;

const inOnePass = `wanted AS MATERIALIZED (
  SELECT d.classid, d.objid, d.objsubid, d.refclassid, d.refobjid, d.refobjsubid
  FROM pg_depend d
  WHERE ${wanted}
), members AS MATERIALIZED (
  SELECT e.classid, e.objid, e.refclassid, e.refobjid
  FROM pg_depend e
  WHERE e.deptype = 'e'
), found AS (${columns}
  FROM owned o
  JOIN wanted d ON d.classid = o.classid AND d.objid = o.objid
  -- What needs a member of an extension, or lists of one, needs the extension.
  LEFT JOIN pg_type l ON d.refclassid = 'pg_type'::regclass AND l.typarray = d.refobjid
  LEFT JOIN members x ON x.classid = d.refclassid AND x.objid = coalesce(l.oid, d.refobjid)
)`;

// OFFSET keeps the server from turning what is looked up into a pass over all there is.
const oneByOne = `found AS (${columns}
  FROM owned o
  CROSS JOIN LATERAL (
    SELECT d.objsubid, d.refclassid, d.refobjid, d.refobjsubid
    FROM pg_depend d
    WHERE d.classid = o.classid AND d.objid = o.objid AND ${wanted}
    OFFSET 0
  ) d
  LEFT JOIN LATERAL (
    SELECT l.oid
    FROM pg_type a
    JOIN pg_type l ON l.oid = a.typelem AND l.typarray = a.oid
    WHERE d.refclassid = 'pg_type'::regclass AND a.oid = d.refobjid
    OFFSET 0
  ) l ON true
  LEFT JOIN LATERAL (
    SELECT e.refclassid, e.refobjid
    FROM pg_depend e
    WHERE e.classid = d.refclassid AND e.objid = coalesce(l.oid, d.refobjid) AND e.deptype = 'e'
    OFFSET 0
  ) x ON true
)`;

const worded = (owned: string, found: string) =>
  `
WITH owned (classid, objid, catalogue, oid) AS MATERIALIZED (
${owned}
), ${found}
SELECT
  f.catalogue::regclass::text AS catalogue, f.oid, f.objsubid AS "ofColumn",
  f.refclassid::regclass::text AS "onCatalogue", f.refobjid AS "onOid", f.refobjsubid AS column
FROM found f
WHERE ${ofDatabase}
ORDER BY f.catalogue, f.oid, f.objsubid, f.refclassid, f.refobjid, f.refobjsubid`.trim();
