import type { Bookkeeping, Dialect } from '@sync/core';
import { classify } from './classify.js';
import { postgresLexis } from './lexis.js';
import { missingRights } from './rights/missing-rights.js';
import { writeScript, writeStatement } from './script.js';
import { homeSchema } from './text/home-schema.js';
import { writeLiteral } from './text/literal.js';
import { quoteName } from './text/names.js';

/** What grants the current role all of our tables at once. */
function granting(privileges: string): string {
  return `(
    SELECT pg_catalog.format(
      'GRANT USAGE ON SCHEMA %3$I TO %1$I; GRANT ${privileges} ON %2$s TO %1$I;',
      current_user, pg_catalog.string_agg(pg_catalog.format('%I.%I', n.nspname, b.relname), ', ' ORDER BY b.relname),
      n.nspname
    )
    FROM pg_catalog.pg_class b
    WHERE b.relnamespace = n.oid AND b.relkind = 'r' AND pg_catalog.starts_with(b.relname::text, '_schema_sync_')
  )`;
}

const bookkeeping: Bookkeeping = {
  // Keys compare by code unit, whatever the locale of the database.
  types: { key: 'text COLLATE "C"', text: 'text', integer: 'bigint' },
  others: { counter: 'serial PRIMARY KEY', moment: 'timestamptz' },
  placeholder: (position) => `$${position}`,
  // Whoever may not use the schema sees nothing in it, and would take a journal for none.
  exists: (table) => ({
    text: `
SELECT
  CASE WHEN NOT (u.may AND pg_catalog.has_table_privilege(c.oid, 'SELECT')) THEN ${granting('SELECT')} END AS "toRead",
  CASE WHEN NOT (u.may AND pg_catalog.has_table_privilege(c.oid, 'INSERT') AND pg_catalog.has_table_privilege(c.oid, 'UPDATE'))
    THEN ${granting('SELECT, INSERT, UPDATE, DELETE')} END AS "toWrite",
  CASE WHEN NOT pg_catalog.pg_has_role(c.relowner, 'USAGE')
    THEN pg_catalog.format('GRANT %I TO %I;', pg_catalog.pg_get_userbyid(c.relowner), current_user) END AS "toChange",
  pg_catalog.pg_get_userbyid(c.relowner)::text AS owner
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
CROSS JOIN LATERAL (SELECT pg_catalog.has_schema_privilege(n.oid, 'USAGE') AS may) AS u
WHERE c.relname = $1 AND c.relkind = 'r' AND n.nspname = ${homeSchema}`.trim(),
    params: [table],
  }),
  missingRights: {
    text: `
SELECT pg_catalog.format('the tables in which schema-sync keeps its journal: may make nothing in schema %I', n.nspname) AS lack,
  pg_catalog.format('GRANT CREATE, USAGE ON SCHEMA %I TO %I', n.nspname, current_user) AS remedy
FROM pg_catalog.pg_namespace n
WHERE n.nspname = ${homeSchema}
  AND NOT (pg_catalog.has_schema_privilege(n.oid, 'CREATE') AND pg_catalog.has_schema_privilege(n.oid, 'USAGE'))
UNION ALL
SELECT 'the tables in which schema-sync keeps its journal: there is no schema public to keep them in', 'CREATE SCHEMA public'
WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_namespace n WHERE n.nspname = ${homeSchema})
UNION ALL
SELECT pg_catalog.format('database %I is a template: what is made in it is in each database that is created from it', d.datname),
  pg_catalog.format('ALTER DATABASE %I IS_TEMPLATE false', d.datname)
FROM pg_catalog.pg_database d
WHERE d.datname = pg_catalog.current_database() AND d.datistemplate`.trim(),
  },
  reclaims: (table) => `VACUUM FULL ${table}`,
};

/** How PostgreSQL writes things down. A name in quotes is itself; one without is folded where it is read. */
export const postgresDialect: Dialect = {
  quote: quoteName,
  home: 'public',
  nameBytes: 63,
  namedInTable: { TRIGGER: 'ON', POLICY: 'ON', RULE: 'TO', CONSTRAINT: null },
  fold: (name) => name,
  literal: writeLiteral,
  identical: isIdentical,
  lexis: postgresLexis,
  classify,
  print: writeStatement,
  script: writeScript,
  bookkeeping,
  missingRights,
};

/**
 * Some types have no equality of their own (json, xml, point), so that values are compared as what JSON makes of them: decimals by their value, texts to the letter. The
 * value is read as the column reads it. Only the blanks that a `character(n)` ends in mean nothing.
 */
function isIdentical(column: string, value: string): string {
  const given = `SELECT CASE WHEN TRUE THEN ${value} ELSE ${column} END`;
  const isPadded = "pg_catalog.pg_typeof(given.value) = 'pg_catalog.bpchar'::pg_catalog.regtype";
  const asText = `given.value::text IS NOT DISTINCT FROM ${column}::text`;
  const asJson = `pg_catalog.to_jsonb(given.value) IS NOT DISTINCT FROM pg_catalog.to_jsonb(${column})`;
  return `(SELECT CASE WHEN ${isPadded} THEN ${asText} ELSE ${asJson} END FROM (${given}) AS given (value))`;
}
