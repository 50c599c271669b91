import type { Lexis } from '@sync/core';
import { postgresDialect } from '@sync/dialect-postgres';

/** How CockroachDB's SQL falls into tokens: as PostgreSQL's does, with a sign of its own for the type of a constant (`'a':::STRING`). */
export const cockroachLexis: Lexis = {
  ...postgresDialect.lexis,
  lineComments: ['--'],
  operators: [':::', ...postgresDialect.lexis.operators],
};
