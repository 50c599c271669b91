import { type Refused, tokenizeMeaning } from '@sync/core';
import { cockroachLexis } from './text/lexis.js';

const lacks: Readonly<Record<string, readonly [what: string, hint: string]>> = {
  DOMAIN: ['domains', 'Give each column the domain’s type and a CHECK of its own.'],
  RULE: ['rules', 'Write a trigger, or have the application do it.'],
  AGGREGATE: ['aggregates of its users', 'Write a function over an array, or have the query do it.'],
  COLLATION: ['collations of its users', 'Name one of the server’s own in the type of the column: STRING COLLATE en.'],
  CAST: ['casts of its users', 'Write a function that converts, and call it.'],
  OPERATOR: ['operators of its users', 'Write a function, and call it.'],
  PUBLICATION: ['publications', 'Create a changefeed outside of the desired state.'],
  SERVER: ['foreign servers', 'Bring the rows in by IMPORT INTO or by a changefeed.'],
  'FOREIGN TABLE': ['foreign tables', 'Bring the rows in by IMPORT INTO or by a changefeed.'],
  'FOREIGN DATA': ['foreign servers', 'Bring the rows in by IMPORT INTO or by a changefeed.'],
  'TEXT SEARCH': ['text search configurations', 'Name one of the server’s own in the calls of to_tsvector.'],
  'EVENT TRIGGER': ['event triggers', 'Watch schema changes by the events of the cluster.'],
  'ACCESS METHOD': ['access methods of its users', 'Take the statement out.'],
};

/** What it takes, and what no kind reads: it would be left out without a word. */
function ofPrivileges(words: readonly string[]): Refused | undefined {
  const [first = '', second = ''] = words;
  const isDefault = first === 'ALTER' && second === 'DEFAULT' && words[2] === 'PRIVILEGES';
  if (first !== 'GRANT' && first !== 'REVOKE' && !isDefault) return undefined;
  return {
    refused: `privileges are neither read nor changed on CockroachDB: ${isDefault ? 'ALTER DEFAULT PRIVILEGES' : first}`,
    hint: 'Take the statement out, and run it by the database’s own client once the schema is there.',
  };
}

/** What the server’s grammar has no words for, or what nothing would come of, refused before anything is sent to it, with the way round. */
export function refusalOf(words: readonly string[], text: string): Refused | undefined {
  const [first = '', second = '', third = ''] = words;
  if (first === 'LOCK') {
    return { refused: 'CockroachDB has no LOCK TABLE', hint: 'Take the statement out: transactions are serializable.' };
  }
  const ofRights = ofPrivileges(words);
  if (ofRights) return ofRights;
  const isDefining = first === 'CREATE' || first === 'ALTER' || first === 'DROP';
  if (!isDefining) return undefined;
  const sort = second === 'OR' ? (words[3] ?? '') : second;
  const lack = lacks[`${sort} ${third}`] ?? lacks[sort];
  if (lack) return { refused: `CockroachDB has no ${lack[0]}`, hint: lack[1] };
  return second === 'TABLE' || third === 'TABLE' || second === 'TYPE' ? ofClauses(second, text) : undefined;
}

function ofClauses(sort: string, text: string): Refused | undefined {
  const tokens = tokenizeMeaning(text, cockroachLexis);
  const isWord = (i: number, word: string) => tokens[i]?.type === 'word' && tokens[i].text.toUpperCase() === word;
  const has = (...words: readonly string[]) => tokens.some((_, i) => words.every((word, n) => isWord(i + n, word)));
  if (sort === 'TYPE') {
    return has('AS', 'RANGE')
      ? { refused: 'CockroachDB has no range types', hint: 'Keep both bounds in columns of their own, with a CHECK.' }
      : undefined;
  }
  const inherits = tokens.some(
    (token, i) => isWord(i, 'INHERITS') && tokens[i + 1]?.text === '(' && token.type === 'word',
  );
  if (inherits) {
    return {
      refused: 'CockroachDB has no INHERITS',
      hint: 'Write the columns into each table, or refer to the other one by a key.',
    };
  }
  if (has('EXCLUDE', 'USING')) {
    return { refused: 'CockroachDB has no EXCLUDE', hint: 'Keep rows apart by a unique index, or in the application.' };
  }
  if (has('PARTITION', 'OF')) {
    return {
      refused: 'CockroachDB has no tables that are partitions',
      hint: 'Use PARTITION BY … within the table, or LOCALITY.',
    };
  }
  return undefined;
}
