import type { Statement } from '@sync/core';
import { arrayText } from './part.js';

/** A number of something that lies in a schema. */
export interface MemberRow {
  readonly oid: number;
}

/**
 * The numbers of the relations, types and routines in these schemas, of what else is said to need a schema, and of the schemas themselves: found by what needs a schema,
 * since catalogues have no index by the schemas of what is in them. Indexes need their table, row types and lists what they are of.
 */
export function members(schemas: readonly number[]): Statement {
  return {
    text: `
WITH direct AS MATERIALIZED (
  SELECT d.classid, d.objid
  FROM pg_depend d
  WHERE d.refclassid = 'pg_namespace'::regclass AND d.refobjid = ANY ($1::oid[])
), relations AS MATERIALIZED (
  SELECT c.oid, c.reltype
  FROM direct d
  JOIN pg_class c ON c.oid = d.objid
  WHERE d.classid = 'pg_class'::regclass
  UNION ALL
  SELECT c.oid, c.reltype
  FROM direct d
  JOIN pg_type t ON t.oid = d.objid
  JOIN pg_class c ON c.oid = t.typrelid
  WHERE d.classid = 'pg_type'::regclass
), types AS MATERIALIZED (
  SELECT d.objid AS oid FROM direct d WHERE d.classid = 'pg_type'::regclass
  UNION ALL
  SELECT r.reltype FROM relations r WHERE r.reltype <> 0
)
SELECT n.oid FROM pg_namespace n WHERE n.oid = ANY ($1::oid[])
UNION
SELECT d.objid FROM direct d
UNION
SELECT r.oid FROM relations r
UNION
SELECT i.indexrelid FROM relations r JOIN pg_index i ON i.indrelid = r.oid
UNION
SELECT t.oid FROM types t
UNION
SELECT p.typarray FROM types t JOIN pg_type p ON p.oid = t.oid WHERE p.typarray <> 0`.trim(),
    params: [arrayText(schemas.map(String))],
  };
}
