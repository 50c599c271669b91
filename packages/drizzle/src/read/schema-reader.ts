import type { SourceReader } from '@sync/core';
import type { Casing } from '../sql/language.js';
import { coresOf, sayProgram } from './say-exports.js';

/** Tables and what goes with them, by the names that they are exported by: what `import * as schema` gives. */
export type DeclaredSchema = Readonly<Record<string, unknown>>;

/** Reads `drizzle:NAME` from schemas that are in memory already. */
export function schemaReader(
  schemas: Readonly<Record<string, DeclaredSchema>>,
  options: { readonly casing?: Casing } = {},
): SourceReader {
  const exportsOf = (name: string) => {
    const seen = new Set<unknown>();
    const first = (value: unknown) => !seen.has(value) && seen.add(value);
    return Object.entries(schemas[name] ?? {})
      .filter(([, value]) => first(value))
      .map(([key, value]) => ({ at: `${name}#${key}`, value }));
  };
  return {
    scheme: 'drizzle',
    contract: 1,
    engine: (name) => Promise.resolve(coresOf({ exports: exportsOf(name) })[0]?.drivers[0]),
    read: async (name, _directory, driver) =>
      sayProgram({ exports: exportsOf(name), casing: options.casing }, driver.name, name),
  };
}
