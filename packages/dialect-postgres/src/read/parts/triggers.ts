import { address } from '@sync/core';
import { inSchemas, notOfExtension, notOurs, type Part } from '../part.js';
import { relations } from './relations.js';

/** A trigger that somebody created. */
export interface TriggerRow {
  readonly oid: number;
  readonly relation: number;
  readonly namespace: number;
  readonly table: string;
  readonly name: string;
  readonly constraint: boolean;
  /** `BEFORE INSERT OR UPDATE OF a`. */
  readonly event: string;
  /** What stands behind the name of the table. */
  readonly action: string;
  /** The other table of a constraint trigger, or 0. */
  readonly from: number;
  /** `O` enabled, `D` disabled, `R` on a replica, `A` always. */
  readonly enabled: string;
}

/** Triggers, without those inside of constraints, and without those that partitions have from their table. */
export const triggers: Part<TriggerRow> = {
  name: 'triggers',
  sql: ['action'],
  of: ['pg_trigger own'],
  query: () =>
    `
SELECT
  f.oid, f.relation, f.namespace, f.table, f.name, f.constraint, f.event,
  -- A name may hold anything, so the head is measured and not looked for.
  substr(
    pg_get_triggerdef(f.oid),
    length(format('CREATE %sTRIGGER %I %s ON %I.%I ', CASE WHEN f.constraint THEN 'CONSTRAINT ' ELSE '' END, f.name, f.event, f.schema, f.table)) + 1
  ) AS action,
  f.from, f.enabled
FROM (
  SELECT
    t.oid, t.tgrelid AS relation, c.relnamespace AS namespace, n.nspname::text AS schema, c.relname::text AS table,
    t.tgname::text AS name, t.tgconstraint <> 0 AS constraint,
    CASE WHEN t.tgtype & 2 <> 0 THEN 'BEFORE ' WHEN t.tgtype & 64 <> 0 THEN 'INSTEAD OF ' ELSE 'AFTER ' END || concat_ws(
      ' OR ',
      CASE WHEN t.tgtype & 4 <> 0 THEN 'INSERT' END,
      CASE WHEN t.tgtype & 8 <> 0 THEN 'DELETE' END,
      CASE WHEN t.tgtype & 16 <> 0 THEN 'UPDATE' || coalesce(' OF ' || (
        SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY k.position)
        FROM unnest(t.tgattr) WITH ORDINALITY AS k (number, position)
        JOIN pg_attribute a ON a.attrelid = t.tgrelid AND a.attnum = k.number
      ), '') END,
      CASE WHEN t.tgtype & 32 <> 0 THEN 'TRUNCATE' END
    ) AS event,
    t.tgconstrrelid AS from, t.tgenabled::text AS enabled
  FROM pg_trigger t
  JOIN pg_class c ON c.oid = t.tgrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE ${inSchemas('c.relnamespace', 'c.oid')}
    AND NOT t.tgisinternal
    AND t.tgparentid = 0
    AND ${notOurs('c.relname')} AND ${notOurs('t.tgname')}
    AND ${notOfExtension('pg_class', 'c.oid')}
    AND ${notOfExtension('pg_trigger', 't.oid')}
) f
ORDER BY f.oid`.trim(),
  identify(row, known) {
    if (known.where(relations, 'oid', row.relation).length === 0) return [];
    const at = address('postgres/trigger', ...known.placeOf(row.namespace).prefix, row.table, row.name);
    return [{ catalogue: 'pg_trigger', oid: row.oid, address: at }];
  },
  dependents: `
SELECT 'pg_trigger'::regclass, t.oid, 'pg_trigger'::regclass, t.oid
FROM pg_trigger t
JOIN pg_class c ON c.oid = t.tgrelid
WHERE ${inSchemas('c.relnamespace', 'c.oid')} AND NOT t.tgisinternal`.trim(),
};

/** A trigger that a partition has from its table, where it, or that of a partition above it, fires otherwise than the table's. */
export interface PartTriggerRow {
  readonly relation: number;
  readonly namespace: number;
  readonly table: string;
  readonly name: string;
  /** The trigger that somebody created. */
  readonly whole: number;
  readonly wholeName: string;
  readonly enabled: string;
}

/** Triggers of partitions that do not fire as those of their tables do, with those below them. */
export const partTriggers: Part<PartTriggerRow> = {
  name: 'triggers of partitions',
  of: ['pg_trigger own'],
  query: () =>
    `
WITH RECURSIVE parts (oid, whole, differs) AS (
  SELECT t.oid, a.oid, t.tgenabled <> a.tgenabled
  FROM pg_trigger t
  -- Up to 14 the server says that those of partitions are its own.
  JOIN pg_trigger a ON a.oid = t.tgparentid AND a.tgparentid = 0 AND NOT a.tgisinternal
  UNION ALL
  -- A partition that is made below one that differs begins as that one is.
  SELECT t.oid, p.whole, p.differs OR t.tgenabled <> w.tgenabled
  FROM pg_trigger t
  JOIN parts p ON p.oid = t.tgparentid
  JOIN pg_trigger w ON w.oid = p.whole
)
SELECT
  t.tgrelid AS relation, c.relnamespace AS namespace, c.relname::text AS table, t.tgname::text AS name,
  w.oid AS whole, w.tgname::text AS "wholeName", t.tgenabled::text AS enabled
FROM parts p
JOIN pg_trigger t ON t.oid = p.oid
JOIN pg_trigger w ON w.oid = p.whole
JOIN pg_class c ON c.oid = t.tgrelid
WHERE ${inSchemas('c.relnamespace', 'c.oid')} AND p.differs
ORDER BY t.oid`.trim(),
};
