import type { Bookkeeping, Dialect, Refused } from '@sync/core';
import { postgresDialect } from '@sync/dialect-postgres';
import { refusalOf } from './refusals.js';
import { cockroachLexis } from './text/lexis.js';
import { quoteName } from './text/names.js';

const bookkeeping: Bookkeeping = {
  types: { key: 'STRING', text: 'STRING', integer: 'INT8' },
  others: { counter: 'INT8 PRIMARY KEY DEFAULT unique_rowid()', moment: 'TIMESTAMPTZ' },
  placeholder: (position) => `$${position}`,
  exists: (table) => ({
    text: `
SELECT c.relname AS name
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE c.relname = $1 AND c.relkind = 'r' AND n.nspname = 'public'`.trim(),
    params: [table],
  }),
};

/** How CockroachDB writes things down: mostly as PostgreSQL does. */
export const cockroachDialect: Dialect = {
  quote: quoteName,
  home: 'public',
  namedInTable: { TRIGGER: 'ON', POLICY: 'ON', INDEX: 'ON', CONSTRAINT: null },
  fold: (name) => name,
  literal: postgresDialect.literal,
  identical: (column, value) => `(${column} IS NOT DISTINCT FROM ${value})`,
  lexis: cockroachLexis,
  classify(words, name, text): ReturnType<Dialect['classify']> {
    return (refusalOf(words, text ?? '') as Refused | undefined) ?? postgresDialect.classify(words, name, text);
  },
  print: postgresDialect.print,
  // Its client stops at the first error by itself where it reads from a file.
  script: (statements) => statements.map(postgresDialect.print),
  bookkeeping,
};
