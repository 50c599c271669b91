import { keywords } from './keywords.js';

/** A name as SQL, in quotes where it would not be read back as it is. */
export function quoteName(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) && !keywords.has(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

/** A name in a schema. */
export function quotePath(...path: readonly string[]): string {
  return path.map(quoteName).join('.');
}
