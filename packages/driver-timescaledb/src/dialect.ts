import { type Dialect, type Token, tokenizeMeaning, unquote } from '@sync/core';
import { postgresDialect } from '@sync/dialect-postgres';

/** The calls by which a desired state says what there is. */
const defining: ReadonlySet<string> = new Set([
  'create_hypertable',
  'add_dimension',
  'set_chunk_time_interval',
  'set_number_partitions',
  'set_integer_now_func',
  'add_retention_policy',
  'add_compression_policy',
  'add_columnstore_policy',
  'add_reorder_policy',
  'add_continuous_aggregate_policy',
  'add_policies',
  'add_job',
  'alter_job',
  'by_range',
]);

/** How TimescaleDB writes things down: as PostgreSQL does, but for calls that define. */
export const timescaleDialect: Dialect = {
  ...postgresDialect,
  classify(words, name = [], text = '') {
    const [first, second = ''] = words;
    const calls = first === 'SELECT' || first === 'CALL';
    if (calls && (defining.has(second.toLowerCase()) || isDefining(text))) return 'schema';
    if (first === 'CREATE' && second === 'EXTENSION' && name.at(-1) === 'timescaledb') return extensionIn(text);
    return postgresDialect.classify(words, name, text);
  },
};

/** The extension is what the driver stands on, and lies in `public`: one that is asked for elsewhere would not be had. */
function extensionIn(text: string): ReturnType<Dialect['classify']> {
  const tokens = tokenizeMeaning(text, postgresDialect.lexis);
  const at = tokens.findIndex((token) => token.type === 'word' && token.text.toUpperCase() === 'SCHEMA');
  const named = at === -1 ? undefined : tokens[at + 1];
  const schema = named && unquote(named, postgresDialect.lexis);
  if (schema === undefined || schema === 'public') return 'ignored';
  return {
    refused: `the functions of TimescaleDB are to be in schema ${schema}, and the driver manages them in public`,
    hint: 'Leave SCHEMA out, or say SCHEMA public: the server does not move the extension once it is there.',
  };
}

/** Whether one of these is what is called: it stands right behind the verb, perhaps behind a schema, and before what it is given. */
function isDefining(text: string): boolean {
  const [, ...tokens] = tokenizeMeaning(text, postgresDialect.lexis);
  const open = tokens.findIndex((token) => token.text === '(');
  const called = tokens[open - 1];
  const isFirst = open === 1 || (open === 3 && tokens[1]?.text === '.') || isAlter(tokens);
  return called !== undefined && isFirst && defining.has(called.text.toLowerCase().replaceAll('"', ''));
}

/** `SELECT * FROM create_hypertable(…)` says the same. */
function isAlter(tokens: readonly Token[]): boolean {
  return tokens[0]?.text === '*' && tokens[1]?.text.toUpperCase() === 'FROM';
}
