/** A value that survives a trip through JSON unchanged: what specs, extras and deltas are made of. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/** An object of JSON, and neither a list nor null. */
export type JsonRecord = { readonly [key: string]: Json | undefined };

/** Takes what is known to be JSON, whatever the type says. */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Writes a value as JSON with sorted keys and without undefined members, so that two equal values give the same text on every machine.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`${value} has no JSON form`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return canonicalArray(value);
  if (typeof value === 'object') return canonicalObject(value);
  throw new TypeError(`a ${typeof value} has no JSON form`);
}

// Texts are put together as they are found: lists of members in between took half of the time of hashing a database.
function canonicalArray(values: readonly unknown[]): string {
  let text = '';
  for (let i = 0; i < values.length; i++) text += `${i === 0 ? '' : ','}${canonicalJson(values[i] ?? null)}`;
  return `[${text}]`;
}

function canonicalObject(value: object): string {
  if (!isPlain(value)) throw new TypeError(`a ${value.constructor.name} has no JSON form`);
  const record = value as Record<string, unknown>;
  let text = '';
  for (const key of Object.keys(record).sort()) {
    const member = record[key];
    if (member !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(member)}`;
  }
  return `{${text}}`;
}

/** Far deeper than anything that is written on purpose, and far less than what a call for each level can bear. */
const deepest = 200;

/** Whether a value that somebody handed in is nested so deeply that walking through it could not end well. */
export function isTooDeep(value: unknown): boolean {
  let level: ReadonlySet<unknown> = new Set([value]);
  for (let depth = 0; level.size > 0; depth++) {
    if (depth > deepest) return true;
    // What contains itself twice would be twice as much on every level.
    const below = new Set<unknown>();
    for (const each of level)
      if (typeof each === 'object' && each !== null) for (const inner of Object.values(each)) below.add(inner);
    level = below;
  }
  return false;
}

/** Structural equality of two JSON values; a member that is undefined equals one that is absent. */
export function equalJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((item, i) => equalJson(item, b[i]));
  }
  if (!isPlain(a) || !isPlain(b)) throw new TypeError('only JSON values can be compared');
  const left = a as Record<string, unknown>;
  const right = b as Record<string, unknown>;
  for (const key in left) if (!equalJson(left[key], right[key])) return false;
  for (const key in right) if (right[key] !== undefined && left[key] === undefined) return false;
  return true;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
