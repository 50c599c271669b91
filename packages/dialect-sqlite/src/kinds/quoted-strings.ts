import type { Address, Catalogue, Delta, Entailed, Json, Ref, RenderContext, SchemaObject, Token } from '@sync/core';
import type { SchemaTexts } from '../read/schema.js';
import { foldName } from '../text/names.js';
import { namesIn, uncertainNames } from '../text/quoted-strings.js';

/** In the layout of an object in whose text a `"x"` names nothing, so that SQLite reads a string in it: https://sqlite.org/quirks.html#dblquote. */
export const quotedStrings = { quotedStrings: true } satisfies Json;

/** Whether the text of an object holds strings in double quotes. */
export function hasQuotedStrings({ layout }: SchemaObject): boolean {
  return (layout as { readonly quotedStrings?: true } | undefined)?.quotedStrings === true;
}

/** What in a body may be a string in double quotes, and what else is named there; all folded. */
export interface QuotedNames {
  readonly uncertain: readonly string[];
  readonly certain: ReadonlySet<string>;
}

/** Looks through the body of a view or trigger. */
export function quotedNames(tokens: readonly Token[]): QuotedNames {
  const uncertain = uncertainNames(tokens);
  return { uncertain, certain: new Set(uncertain.length > 0 ? namesIn(tokens) : []) };
}

const none: ReadonlySet<string> = new Set();

/** Those that nothing which the body names can explain, so that SQLite reads strings in them. */
export function stringsAmong(
  { uncertain, certain }: QuotedNames,
  relations: ReadonlySet<string>,
  schema: SchemaTexts,
): ReadonlySet<string> {
  if (uncertain.length === 0) return none;
  const names = new Set([...certain, 'rowid', '_rowid_', 'oid']);
  for (const relation of relations) {
    const table = schema.tables.get(relation)?.known;
    // The columns of views and virtual tables are not known: whatever has a name somewhere may be one of them.
    for (const name of table ? table.columns.map((column) => foldName(column.name)) : schema.names()) names.add(name);
  }
  return new Set(uncertain.filter((name) => !names.has(name)));
}

const known = new WeakMap<Catalogue, readonly SchemaObject[]>();

function written(catalogue: Catalogue): readonly SchemaObject[] {
  const objects = known.get(catalogue) ?? [...catalogue].filter(hasQuotedStrings);
  known.set(catalogue, objects);
  return objects;
}

/** The tables of a catalogue that hold strings in double quotes. */
export function tablesWithQuotedStrings(catalogue: Catalogue): readonly Address[] {
  return written(catalogue).flatMap(({ kind, address }) => (kind === 'table' ? [address] : []));
}

const rewritten: readonly Delta[] = [
  { type: 'change-quotes', path: ['quotes'], from: 'strings in double quotes', to: 'strings in single quotes' },
];

/**
 * What must be written anew before SQLite adds, renames or drops anything. A new column of that name would give the string another meaning; and to rename or drop,
 * SQLite reads all texts again, where a connection that takes no strings in double quotes refuses them. What is added is dropped on the way back.
 */
export function inTheWay(base: Catalogue): ReadonlyMap<Address, Entailed> {
  return new Map(
    written(base).map(({ address, kind }): readonly [Address, Entailed] => [
      address,
      kind === 'table' ? rewritten : { replace: 'it holds strings in double quotes' },
    ]),
  );
}

/** The rewriting of tables that has to come before this one is renamed, or anything of it dropped. */
export function rewrittenFirst({ address: self }: SchemaObject, { base, change }: RenderContext): readonly Ref[] {
  const tables = tablesWithQuotedStrings(base);
  if (tables.includes(self)) return [];
  return tables.flatMap((address) => (change(address)?.verb === 'alter' ? [{ verb: 'alter', address }] : []));
}
