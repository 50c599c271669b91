import { type Json, SyncError } from '@sync/core';
import cassandra from 'cassandra-driver';

const { types } = cassandra;

/** A value as the client library gives it, in the terms of JavaScript alone: whole numbers beyond 2^53 as bigint, what has a text of its own as that text. */
export function plainValue(value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'object') return value;
  if (value instanceof types.Long) return wholeNumber(BigInt(value.toString()));
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (value instanceof Uint8Array) return value;
  if (Array.isArray(value)) return value.map(plainValue);
  if (value instanceof Set) return [...value].map(plainValue);
  if (value instanceof Map) return Array.from(value, ([key, item]) => [plainValue(key), plainValue(item)]);
  if (value instanceof types.Tuple) return value.values().map(plainValue);
  if (isPlain(value)) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plainValue(item)]));
  if (Symbol.iterator in value) return [...(value as Iterable<unknown>)].map(plainValue);
  return String(value);
}

function wholeNumber(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value) as object | null;
  return prototype === null || prototype === Object.prototype;
}

/** Parameters as the client library takes them. */
export function plainParams(params: readonly Json[], keyspace: string, marker: string): unknown[] {
  return params.map((value) => {
    if (value === marker) return keyspace;
    if (typeof value === 'number' && !Number.isFinite(value))
      throw new SyncError({ code: 'USAGE', op: 'execute', message: 'a parameter is no finite number' });
    return value;
  });
}
