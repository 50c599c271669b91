import {
  type Bookkeeping,
  type Dialect,
  type Json,
  type Refused,
  type StatementClass,
  tokenizeMeaning,
} from '@sync/core';
import { readAccess, Unreadable } from './access/access-statement.js';
import { cassandraLexis } from './lexis.js';
import { quoteName } from './names.js';
import { writeLiteral, writeStatement } from './print.js';

const bookkeeping: Bookkeeping = {
  types: { key: 'text', text: 'text', integer: 'bigint' },
  placeholder: () => '?',
  // It asks for no row that a condition could rule out: https://cassandra.apache.org/doc/latest/cassandra/cql/dml.html#where-clause
  probe: 'LIMIT 1',
  rowsTogether: 1,
  exists: (table) => ({
    text: 'SELECT table_name FROM system_schema.tables WHERE keyspace_name = ? AND table_name = ?',
    params: [ownKeyspace, table],
  }),
};

/**
 * Stands for the keyspace that a connection is to, which only the connection knows: plans and hashes are the same for each. No keyspace can be called so.
 */
export const ownKeyspace = 'this keyspace';

/** How Cassandra writes things down. */
export const cassandraDialect: Dialect = {
  quote: quoteName,
  fold: (name) => name,
  literal: (value: Json) => writeLiteral(value),
  lexis: cassandraLexis,
  classify,
  enters: ({ words, text }) => (words[0] === 'USE' ? keyspaceIn(text) : undefined),
  print: writeStatement,
  script: (statements) => statements.map(writeStatement),
  bookkeeping,
};

const classes: Readonly<Record<string, StatementClass>> = {
  CREATE: 'schema',
  ALTER: 'schema',
  DROP: 'schema',
  INSERT: 'data',
  UPDATE: 'data',
  DELETE: 'data',
  SELECT: 'data',
  TRUNCATE: 'data',
  BEGIN: 'data',
  APPLY: 'data',
  USE: 'ignored',
  CONSISTENCY: 'ignored',
  DESCRIBE: 'ignored',
  DESC: 'ignored',
  LIST: 'ignored',
  PAGING: 'ignored',
  TRACING: 'ignored',
  COPY: 'refused',
  SOURCE: 'refused',
  LOGIN: 'refused',
};

function ofTheCluster(why: string): Refused {
  return {
    refused: `a desired state says of roles and permissions what is of its own keyspace, and ${why}`,
    hint: 'Take the statement out, and run it with cqlsh. CREATE ROLE … WITH LOGIN = true, GRANT role TO role, and GRANT … ON what is in the keyspace can be said.',
  };
}

const trigger: Refused = {
  refused: 'a trigger runs a class from the disk of each node, and is not covered by this driver',
  hint: 'Take the statement out, and run it with cqlsh where the class lies on every node.',
};

const mask: Refused = {
  refused: 'a mask of a column is not covered by this driver, and would be left out of the plan',
  hint: 'Take MASKED WITH out, and give the mask with cqlsh (ALTER TABLE … ALTER … MASKED WITH …): masks that are there are left alone.',
};

/** Whether a statement masks a column; WITH is a word that no column or type is called by: https://cassandra.apache.org/doc/latest/cassandra/cql/dynamic_data_masking.html */
function masks(text: string): boolean {
  const tokens = tokenizeMeaning(text, cassandraLexis);
  const isWord = (i: number, word: string) => tokens[i]?.type === 'word' && tokens[i].text.toUpperCase() === word;
  return tokens.some((_, i) => isWord(i, 'MASKED') && isWord(i + 1, 'WITH'));
}

function classify(words: readonly string[], _name?: readonly string[], text = ''): StatementClass | Refused {
  const [first = '', second = ''] = words;
  const isDefinition = first === 'CREATE' || first === 'ALTER' || first === 'DROP';
  const access = readAccess(text);
  if (access instanceof Unreadable) return ofTheCluster(access.why);
  if (access) return 'schema';
  if (first === 'ADD' || (isDefinition && second === 'IDENTITY')) return ofTheCluster('identities are of the cluster');
  if (isDefinition && second === 'TRIGGER') return trigger;
  if (isDefinition && second === 'TABLE' && masks(text)) return mask;
  return classes[first] ?? 'schema';
}

function keyspaceIn(text: string): string | undefined {
  const name = tokenizeMeaning(text, cassandraLexis)[1];
  if (!name) return undefined;
  return name.type === 'quoted' ? name.text.slice(1, -1).replaceAll('""', '"') : name.text.toLowerCase();
}
