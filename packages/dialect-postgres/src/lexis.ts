import type { Lexis } from '@sync/core';

/** How PostgreSQL's SQL falls into tokens. See https://www.postgresql.org/docs/current/sql-syntax-lexical.html. */
export const postgresLexis: Lexis = {
  identifierQuotes: [['"', '"']],
  stringQuotes: ["'"],
  backslashEscapes: false,
  escapePrefixes: ['E'],
  bareNames: 'lower',
  dollarQuotes: true,
  // pg_dump brackets its output with the two commands since CVE-2025-8714; to anything but psql they are remarks.
  lineComments: ['--', '\\restrict ', '\\unrestrict '],
  nestedComments: true,
  operators: [
    ...['!~~*', '#>>', '->>', '!~*', '!~~', '~~*', '&<|', '|&>', '<->', '@@@', '<=>'],
    ...['::', ':=', '=>', '<=', '>=', '<>', '!=', '||', '->', '#>', '@>', '<@', '?|', '?&', '&&', '<<', '>>', '~*'],
    ...['!~', '~~', '^@', '@@', '@?', '#-', '..'],
  ],
  // https://www.postgresql.org/docs/current/sql-createfunction.html: BEGIN ATOMIC … END since 14.
  compound: {
    head: /^CREATE (?:OR REPLACE )?(?:FUNCTION|PROCEDURE)\b/,
    open: /^ATOMIC$/,
    after: /^BEGIN$/i,
    nested: /^CASE$/,
  },
  listing: /^CREATE (?:OR REPLACE )?RULE\b/,
};
