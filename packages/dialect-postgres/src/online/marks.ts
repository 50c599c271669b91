import { hashText } from '@sync/core';

const longestName = 63;
const besides = 'schema_sync_';
/** What the name of every trigger contains that copies a column. */
export const copying = '_schema_sync_copy_';

// Not with the underscore before it that marks what schema-sync keeps for good: what a run that died left of these is for the next plan to see.

/** The name of something that stands beside another thing: after its name, or after the hash of that where it is too long. */
export function aside(prefix: string, name: string): string {
  const whole = `${prefix}${name}`;
  if (Buffer.byteLength(whole) <= longestName) return whole;
  const short = `${prefix}${hashText(name).slice(0, 16)}`;
  return Buffer.byteLength(short) <= longestName ? short : `schema_sync_${hashText(whole).slice(0, 16)}`;
}

/** Whether something is called as only what stands beside another thing is. */
export function isAside(name: string): boolean {
  return name.startsWith(besides) || name.includes(copying);
}

/** The name of the constraint that demands nothing, and stays until a column has been filled: what finds it knows that somebody was stopped. */
export function fillMark(column: string): string {
  return aside('schema_sync_fill_', column);
}

/** The name of the check that takes the place of NOT NULL until all rows were looked at. */
export function notNullCheck(column: string): string {
  return aside('schema_sync_not_null_', column);
}

/** The name that the server gives a NOT NULL constraint; undefined where it would have to shorten it. */
export function notNullName(table: string, column: string): string | undefined {
  const name = `${table}_${column}_not_null`;
  return Buffer.byteLength(name) <= longestName ? name : undefined;
}

/** The name that the server gives the NOT NULL of a domain, which it shortens by whole characters. */
export function usualNotNull(domain: string): string {
  let head = domain;
  while (Buffer.byteLength(`${head}_not_null`) > longestName) head = [...head].slice(0, -1).join('');
  return `${head}_not_null`;
}

/** The name of the column that takes the place of another one. */
export function newColumn(column: string): string {
  return aside('schema_sync_new_', column);
}

/** The name of an index or constraint that takes the place of another one. */
export function newName(name: string): string {
  return aside('schema_sync_new_', name);
}

/** The name of an index that another one has taken the place of, until nobody uses it any more. */
export function oldName(name: string): string {
  return aside('schema_sync_old_', name);
}

/**
 * The name of the trigger that copies a column. Triggers fire in the order of the bytes of their names, and this one is to see what the others did, so that it
 * begins with what follows the first character of the last of them where that is necessary.
 */
export function copyTrigger(column: string, others: readonly string[] = []): string {
  const usual = aside(`zz${copying}`, column);
  const last = others.filter((other) => !other.includes(copying)).reduce(laterName, usual);
  return last === usual ? usual : aside(`${following(last)}${copying}`, column);
}

const surrogates = { first: 0xd800, after: 0xe000 };

function laterName(a: string, b: string): string {
  return Buffer.compare(Buffer.from(a), Buffer.from(b)) < 0 ? b : a;
}

/** The character after the first one of a name; the last of all has none. */
function following(name: string): string {
  const next = (name.codePointAt(0) ?? 0) + 1;
  if (next > 0x10_ffff) return name.slice(0, 2);
  return String.fromCodePoint(next === surrogates.first ? surrogates.after : next);
}

/** The name of the function of that trigger. */
export function copyFunction(table: string, column: string): string {
  return aside('schema_sync_copy_', `${table}_${column}`);
}

/** The name that the server gives the sequence of an identity; undefined where it would have to shorten it. */
export function identitySequence(table: string, column: string): string | undefined {
  const name = `${table}_${column}_seq`;
  return Buffer.byteLength(name) <= longestName ? name : undefined;
}

/** The name of the check that stands for a partition's bound until it is attached. */
export function boundMark(table: string): string {
  return aside('schema_sync_bound_', table);
}

/** The name of the sequence that counts for an identity while its column is filled. */
export function counterMark(table: string, column: string): string {
  return aside('schema_sync_fill_', `${table}_${column}`);
}
