import { tokenize } from '@sync/core';
import { postgresLexis } from '../lexis.js';
import { listsIn } from '../text/lists-in.js';

/**
 * What a partition's bound demands of its rows, as a check that lets the server attach it without reading them; undefined for bounds that no such check is known for. See
 * https://www.postgresql.org/docs/current/ddl-partitioning.html#DDL-PARTITIONING-DECLARATIVE-MAINTENANCE.
 */
export function boundCheck(partitionBy: string, bound: string): string | undefined {
  const keys = listsIn(partitionBy)[0]?.items ?? [];
  const [first, second] = listsIn(bound);
  if (keys.length === 0 || !first || !keys.every(isPlain)) return undefined;
  if (first.after === 'FOR VALUES IN') return listCheck(keys[0] ?? '', first.items);
  return first.after === 'FOR VALUES FROM' && second ? rangeCheck(keys, first.items, second.items) : undefined;
}

function listCheck(key: string, values: readonly string[]): string {
  const given = values.filter((value) => value !== 'NULL');
  const among = given.length > 0 ? [`${key} IN (${given.join(', ')})`] : [];
  return given.length === values.length
    ? [`${key} IS NOT NULL`, ...among].join(' AND ')
    : [`${key} IS NULL`, ...among].join(' OR ');
}

const unbounded: ReadonlySet<string> = new Set(['MINVALUE', 'MAXVALUE']);

function rangeCheck(keys: readonly string[], from: readonly string[], to: readonly string[]): string | undefined {
  const isOpen = [...from, ...to].some((value) => unbounded.has(value));
  // What the server makes of several columns is simple only where it needs no case for a common beginning.
  if (keys.length > 1 && (isOpen || from[0] === to[0])) return undefined;
  const sides = [side(keys, from, '>', '>='), side(keys, to, '<', '<')];
  return [...keys.map((key) => `${key} IS NOT NULL`), ...sides.flatMap((each) => each ?? [])].join(' AND ');
}

/** `a > 1 OR (a = 1 AND b >= 2)`. */
function side(
  [key = '', ...keys]: readonly string[],
  [value = '', ...values]: readonly string[],
  beyond: string,
  last: string,
): string | undefined {
  if (unbounded.has(value)) return undefined;
  if (keys.length === 0) return `${key} ${last} ${value}`;
  return `(${key} ${beyond} ${value} OR (${key} = ${value} AND ${side(keys, values, beyond, last)}))`;
}

/** Without a collation or an operator class of its own behind it. */
function isPlain(key: string): boolean {
  let depth = 0;
  for (const { type, text } of tokenize(key, postgresLexis)) {
    if (text === '(') depth++;
    if (text === ')') depth--;
    if (type === 'space' && depth === 0) return false;
  }
  return true;
}
