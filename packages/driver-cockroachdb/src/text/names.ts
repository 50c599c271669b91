import { type Address, partsOf, type SchemaObject } from '@sync/core';

/** The words that are no bare names: the reserved ones, and those that the server looks behind (https://www.cockroachlabs.com/docs/stable/keywords-and-identifiers). */
const reserved: ReadonlySet<string> = new Set(
  `
    all analyse analyze and annotate_type any array as asc asymmetric authorization between bigint bit boolean both
    box2d case cast char character characteristics check coalesce collate collation column concurrently constraint
    create cross current_catalog current_date current_role current_schema current_time current_timestamp
    current_user dec decimal default deferrable desc distinct do else end except exists extract extract_duration
    false family fetch float for foreign from full generated geography geometry grant greatest group grouping having
    if iferror ifnull ilike in index_after_order_by_before_at index_before_name_then_paren index_before_paren
    initially inner inout int integer intersect interval into is iserror isnull join lateral leading least left like
    limit localtime localtimestamp natural none not nothing_after_returning notnull null nullif numeric of offset on
    only or order ordinality out outer overlaps overlay placing point polygon position precision primary real
    references reset returning right role row select session_user set setof similar smallint some string substring
    symmetric table tenant then time timestamp timestamptz timetz to trailing treat trim true union unique user
    using values varbit varchar variadic vector virtual when where window with work
  `
    .trim()
    .split(/\s+/),
);

/** A name as SQL, in quotes where the server itself would print them. */
export function quoteName(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) && !reserved.has(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

/** The full name of what lives in a schema, as SQL: from its address, in which the schema that goes without saying is left out. */
export function qualifiedAt(at: Address): string {
  const { parts } = partsOf(at);
  const [name = ''] = parts.slice(-1);
  return `${quoteName(parts.length > 1 ? (parts[0] ?? '') : 'public')}.${quoteName(name)}`;
}

/** The full name of an object that lives in a schema, as SQL. */
export function qualified({ address }: Pick<SchemaObject, 'address'>): string {
  return qualifiedAt(address);
}

/** The names of an object as people write them. */
export function pathOf({ address }: Pick<SchemaObject, 'address'>): readonly string[] {
  return partsOf(address).parts;
}

/** The same as one text. */
export function shown(object: Pick<SchemaObject, 'address'>): string {
  return pathOf(object).join('.');
}
