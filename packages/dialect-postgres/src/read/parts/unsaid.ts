import { plainOptions } from '../options.js';
import { inSchemas } from '../part.js';
import type { Arm, Presence } from '../presence.js';

/** Storage parameters, or what else a part of an index has, that its table's index has otherwise. */
const ofParts = (kind: string, differs: string): Arm => ({
  of: ['pg_class I'],
  select: `
SELECT p.relnamespace, '${kind}', p.relname::text
FROM pg_class p
JOIN pg_inherits h ON h.inhrelid = p.oid
JOIN pg_class a ON a.oid = h.inhparent
JOIN pg_index i ON i.indexrelid = a.oid
-- One of a table alone is waiting for its parts, which say it themselves.
WHERE ${inSchemas('p.relnamespace', 'p.oid')} AND p.relkind IN ('i', 'I') AND (i.indisvalid OR EXISTS (
  SELECT FROM pg_constraint k WHERE k.conindid = a.oid AND k.contype IN ('p', 'u', 'x')
)) AND ${differs}`,
});

/** What tables that inherit say themselves of what they inherit; a partition is never told apart by that. */
const ofHeirs = (kind: string, own: string): Arm => ({
  of: ['pg_inherits'],
  select: `
SELECT c.relnamespace, '${kind}', format('%s (%s)', c.relname, string_agg(o.name, ', ' ORDER BY o.name))
FROM (${own.trim()}) AS o
JOIN pg_class c ON c.oid = o.relation
WHERE ${inSchemas('c.relnamespace', 'c.oid')} AND NOT c.relispartition
GROUP BY c.oid, c.relnamespace, c.relname`,
});

const sequences: readonly Presence[] = ['pg_class S'];

const always: readonly Arm[] = [
  ofParts(
    'storage parameters of index',
    `${plainOptions('p.reloptions')} IS DISTINCT FROM ${plainOptions('a.reloptions')}`,
  ),
  ofParts(
    'statistics of index',
    'EXISTS (SELECT FROM pg_attribute c WHERE c.attrelid = p.oid AND c.attstattarget >= 0)',
  ),
  // A key that is not looked at, since somebody disabled what looks.
  {
    of: ['pg_trigger internal'],
    select: `
SELECT DISTINCT c.relnamespace, 'disabled triggers of constraint', format('%s.%s', c.relname, k.conname)
FROM pg_trigger t
JOIN pg_constraint k ON k.oid = t.tgconstraint AND k.contype <> 't'
JOIN pg_class c ON c.oid = t.tgrelid
WHERE ${inSchemas('c.relnamespace', 'c.oid')} AND t.tgisinternal AND t.tgenabled <> 'O'`,
  },
  // A name that ends as the server's own do is not one that somebody chose.
  {
    of: sequences,
    select: `
SELECT s.relnamespace, 'name of the sequence of an identity', s.relname::text
FROM pg_class s
JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = s.oid AND d.deptype = 'i'
WHERE ${inSchemas('s.relnamespace', 's.oid')} AND s.relkind = 'S' AND s.relname !~ '_seq[0-9]*$'`,
  },
  // Whether a table that inherits would have something without the one above it, too: it stays where that one loses it.
  ofHeirs(
    'own definition of inherited columns',
    `
SELECT a.attrelid AS relation, a.attname AS name
FROM pg_attribute a
WHERE a.attislocal AND a.attinhcount > 0 AND NOT a.attisdropped`,
  ),
  ofHeirs(
    'own definition of inherited checks',
    `
SELECT k.conrelid AS relation, k.conname AS name
FROM pg_constraint k
WHERE k.conislocal AND k.coninhcount > 0 AND k.contype = 'c'`,
  ),
  {
    of: ['pg_class m'],
    select: `
SELECT c.relnamespace, 'replica identity of materialized view', c.relname::text
FROM pg_class c
WHERE ${inSchemas('c.relnamespace', 'c.oid')} AND c.relkind = 'm' AND c.relreplident <> 'd'`,
  },
];

/** By the feature that they come with. */
const since: Readonly<Record<string, Arm>> = {
  // DETACH PARTITION CONCURRENTLY that was stopped.
  'pending-detachment': {
    of: ['pg_class p'],
    select: `
SELECT c.relnamespace, 'pending detachment of partition', c.relname::text
FROM pg_inherits h
JOIN pg_class c ON c.oid = h.inhrelid
WHERE ${inSchemas('c.relnamespace', 'c.oid')} AND h.inhdetachpending`,
  },
  'unlogged-sequences': {
    of: sequences,
    select: `
SELECT s.relnamespace, 'persistence of the sequence of an identity', s.relname::text
FROM pg_class s
JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = s.oid AND d.deptype = 'i'
  AND d.refclassid = 'pg_class'::regclass
JOIN pg_class c ON c.oid = d.refobjid
WHERE ${inSchemas('s.relnamespace', 's.oid')} AND s.relkind = 'S' AND s.relpersistence <> c.relpersistence`,
  },
};

/** What is said of something that a kind covers and that is not covered itself: by the schema, what it is and of what. */
export function unsaid(features: ReadonlySet<string>): readonly Arm[] {
  return [...always, ...Object.entries(since).flatMap(([feature, arm]) => (features.has(feature) ? [arm] : []))];
}
