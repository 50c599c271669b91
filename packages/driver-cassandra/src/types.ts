import { type Address, address, byCodeUnit, tokenizeMeaning, unquote } from '@sync/core';
import { cassandraLexis } from './lexis.js';

/** https://cassandra.apache.org/doc/latest/cassandra/cql/types.html */
const builtIn = new Set(
  `ascii bigint blob boolean counter date decimal double duration float inet int smallint text time timestamp timeuuid tinyint uuid varchar varint
   frozen list map set tuple vector empty`.split(/\s+/),
);

/** The user-defined types that a type is made of. */
export function typesIn(types: readonly string[]): readonly Address[] {
  const found = new Set<Address>();
  for (const type of types) {
    for (const token of tokenizeMeaning(type, cassandraLexis)) {
      if (token.type !== 'word' && token.type !== 'quoted') continue;
      const name = unquote(token, cassandraLexis);
      if (token.type === 'quoted' || !builtIn.has(name)) found.add(typeAddress(name));
    }
  }
  return [...found].sort(byCodeUnit);
}

/** Whether a type is of one value that documents have a word for: no collection, tuple or vector, nothing of the user's own. */
export function isPlainType(type: string): boolean {
  const [token, ...more] = tokenizeMeaning(type, cassandraLexis);
  return token?.type === 'word' && more.length === 0 && builtIn.has(unquote(token, cassandraLexis));
}

/** Where a user-defined type is. */
export function typeAddress(name: string): Address {
  return address('cassandra/type', name);
}

/** Where a table is. */
export function tableAddress(name: string): Address {
  return address('table', name);
}
