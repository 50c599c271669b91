import { type Column, is, SQL } from 'drizzle-orm';
import type { Language } from './language.js';

/** What a column is computed from; undefined for one that is not. */
export function computedFrom({ generated }: Column, language: Language): string | undefined {
  if (generated === undefined) return undefined;
  const given: unknown = typeof generated.as === 'function' ? (generated.as as () => unknown)() : generated.as;
  return is(given, SQL) ? language.within(given) : String(given);
}
