import { type Json, type Statement, tokenizeMeaning } from '@sync/core';
import { cassandraLexis } from './lexis.js';
import { quoteText } from './names.js';

/** A value as CQL: lists in brackets, maps in braces. https://cassandra.apache.org/doc/latest/cassandra/cql/definitions.html#terms */
export function writeLiteral(value: Json | undefined): string {
  if (value === null || value === undefined) return 'null';
  switch (typeof value) {
    case 'boolean':
      return value ? 'true' : 'false';
    case 'number':
      return String(value);
    case 'string':
      return quoteText(value);
    default:
      return Array.isArray(value)
        ? `[${value.map((item) => writeLiteral(item as Json)).join(', ')}]`
        : writeMap(value as Readonly<Record<string, Json>>);
  }
}

/** A map literal, its keys in the order of their names. */
export function writeMap(map: Readonly<Record<string, Json>>): string {
  const entries = Object.keys(map)
    .sort()
    .map((key) => `${quoteText(key)}: ${writeLiteral(map[key])}`);
  return `{${entries.join(', ')}}`;
}

/** One statement with its values in it. cqlsh does not stop at rows: what a check asks, and of what, is said above it. */
export function writeStatement(statement: Statement): string {
  const text = withLiterals(statement);
  if (statement.applies) return `-- must be applied, or ${statement.applies.message.replace(/\s+/g, ' ')}\n${text}`;
  if (!statement.check) return text;
  return `-- must return no rows: ${statement.check.message.replace(/\s+/g, ' ')}\n${text}`;
}

/** Writes the values in the place of `?`. */
function withLiterals({ text, params = [] }: Statement): string {
  if (params.length === 0) return text;
  let written = '';
  let end = 0;
  let position = 0;
  for (const token of tokenizeMeaning(text, cassandraLexis)) {
    if (token.type !== 'symbol' || token.text !== '?') continue;
    written += text.slice(end, token.start) + writeLiteral(params[position]);
    position += 1;
    end = token.start + 1;
  }
  return written + text.slice(end);
}
