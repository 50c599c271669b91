import { type Address, address } from '@sync/core';

/** A table as the snapshots of Drizzle Kit name it, which elizaOS's plugin-sql keeps, too. */
interface DrawnTable {
  readonly name?: unknown;
  readonly schema?: unknown;
}

/** The tables that a snapshot of another tool names; none where it is something else. */
export function tablesNamedIn(snapshot: unknown): ReadonlySet<Address> {
  const { tables } = (snapshot ?? {}) as { readonly tables?: Readonly<Record<string, DrawnTable>> };
  const found = Object.values(tables ?? {}).flatMap(({ name, schema }) => {
    if (typeof name !== 'string') return [];
    return isPublic(schema) ? [address('table', name)] : [address('table', String(schema), name)];
  });
  return new Set(found);
}

/** Whether a snapshot of another tool has tables, all of them in `public`. */
export function isAllInPublic(snapshot: unknown): boolean {
  const { tables } = (snapshot ?? {}) as { readonly tables?: Readonly<Record<string, DrawnTable>> };
  const all = Object.values(tables ?? {});
  return all.length > 0 && all.every(({ schema }) => isPublic(schema));
}

function isPublic(schema: unknown): boolean {
  return schema === undefined || schema === null || schema === '' || schema === 'public';
}
