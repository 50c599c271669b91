import { address } from '@sync/core';
import { inSchemas, notOfExtension, type Part } from '../part.js';

/** A collation. */
export interface CollationRow {
  readonly oid: number;
  readonly namespace: number;
  readonly name: string;
  /** As CREATE COLLATION takes them: `PROVIDER = icu`. */
  readonly options: readonly string[];
}

/** The column that holds a locale which is not of the C library. It was renamed twice. */
function localeColumn(features: ReadonlySet<string>): string {
  if (features.has('collation-locale')) return 'c.colllocale';
  return features.has('collation-icu-locale')
    ? 'c.colliculocale'
    : "CASE c.collprovider WHEN 'i' THEN c.collcollate END";
}

/** Collations. */
export const collations: Part<CollationRow> = {
  name: 'collations',
  of: ['pg_collation'],
  query: (features) =>
    `
SELECT
  c.oid, c.collnamespace AS namespace, c.collname::text AS name,
  array_remove(ARRAY[
    'PROVIDER = ' || CASE c.collprovider WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' ELSE 'libc' END,
    CASE WHEN c.collprovider = 'c' THEN 'LC_COLLATE = ' || quote_literal(c.collcollate) END,
    CASE WHEN c.collprovider = 'c' THEN 'LC_CTYPE = ' || quote_literal(c.collctype) END,
    CASE WHEN c.collprovider <> 'c' THEN 'LOCALE = ' || quote_literal(${localeColumn(features)}) END,
    CASE WHEN NOT c.collisdeterministic THEN 'DETERMINISTIC = false' END,
    ${features.has('collation-rules') ? "'RULES = ' || quote_literal(c.collicurules)" : 'NULL'}
  ], NULL) AS options
FROM pg_collation c
WHERE ${inSchemas('c.collnamespace', 'c.oid')} AND ${notOfExtension('pg_collation', 'c.oid')}
ORDER BY c.oid`.trim(),
  identify({ oid, namespace, name }, { placeOf }) {
    return [
      { catalogue: 'pg_collation', oid, address: address('postgres/collation', ...placeOf(namespace).prefix, name) },
    ];
  },
};
