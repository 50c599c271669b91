import type { Dialect, Json, Lexis, Statement } from '@sync/core';

const lexis: Lexis = {
  identifierQuotes: [['"', '"']],
  stringQuotes: ["'"],
  backslashEscapes: false,
  dollarQuotes: false,
  lineComments: ['--'],
  nestedComments: false,
  operators: [],
};

const literal = (value: Json): string => {
  if (value === null) return 'NULL';
  return typeof value === 'number' ? String(value) : `'${text(value).replaceAll("'", "''")}'`;
};

const text = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Names are always quoted, and their case matters. */
export const toyDialect: Dialect = {
  quote: (name) => `"${name.replaceAll('"', '""')}"`,
  fold: (name) => name,
  literal,
  lexis,
  classify: ([verb]) => (verb === 'PUT' ? 'data' : 'schema'),
  print: inlined,
  script: (statements) => statements.map(inlined),
  bookkeeping: {
    rowsTogether: 1,
    types: { key: 'KEY', text: 'TEXT', integer: 'INTEGER' },
    placeholder: (position) => `:${position}`,
    exists: (table) => ({ text: `SHOW BOOK ${literal(table)}` }),
  },
};

/** Every placeholder is a colon and a number, and nothing else in the language looks like one. */
function inlined({ text: statement, params = [] }: Statement): string {
  return params.length === 0
    ? statement
    : statement.replace(/:(\d+)/g, (_, position) => literal(params[Number(position) - 1] as Json));
}
