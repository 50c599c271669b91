import type { Lexis } from '@sync/core';

/** How CQL falls into tokens: https://cassandra.apache.org/doc/latest/cassandra/cql/definitions.html. */
export const cassandraLexis: Lexis = {
  identifierQuotes: [['"', '"']],
  stringQuotes: ["'"],
  backslashEscapes: false,
  bareNames: 'lower',
  dollarQuotes: true,
  lineComments: ['--', '//'],
  nestedComments: false,
  operators: ['<=', '>=', '!=', '+=', '-='],
};
