import { Column, is, SQL, Subquery, Table, View } from 'drizzle-orm';
import { ViewBaseConfig } from 'drizzle-orm/view-common';

/** The schema that something lies in which is declared in none; undefined where it is the one in which names are found by themselves. */
export type Homes = (declared: unknown) => string | undefined;

/** Drizzle keeps a table's schema under a symbol that it does not type. */
const schemaKey = (Table as unknown as { readonly Symbol: { readonly Schema: symbol } }).Symbol.Schema;

/** A fragment whose tables and views are named with the schemas that they lie in: what was declared is left as it is, and a view of it stands in. */
export function homed(fragment: SQL, homes: Homes): SQL {
  const made = new SQL(fragment.queryChunks.map((chunk) => homedChunk(chunk, homes) as typeof chunk));
  return Object.assign(made, {
    shouldInlineParams: (fragment as unknown as { readonly shouldInlineParams?: boolean }).shouldInlineParams,
  });
}

function homedChunk(chunk: unknown, homes: Homes): unknown {
  if (Array.isArray(chunk)) return chunk.map((each) => homedChunk(each, homes));
  if (is(chunk, SQL)) return homed(chunk, homes);
  if (is(chunk, Table)) return homedTable(chunk, homes);
  if (is(chunk, Column)) return Object.create(chunk, { table: { value: homedTable(chunk.table, homes) } });
  if (is(chunk, View)) {
    const config = (chunk as unknown as Record<symbol, { readonly schema?: string }>)[ViewBaseConfig];
    const schema = config?.schema ?? homes(chunk);
    return Object.create(chunk, { [ViewBaseConfig]: { value: { ...config, schema } } });
  }
  if (is(chunk, Subquery)) {
    const { sql } = chunk._;
    return Object.create(chunk, { _: { value: { ...chunk._, sql: homed(sql, homes) } } });
  }
  return chunk;
}

function homedTable(table: Table, homes: Homes): Table {
  const own = (table as unknown as Record<symbol, string | undefined>)[schemaKey];
  const schema = own ?? homes(table);
  return schema === undefined ? table : Object.create(table, { [schemaKey]: { value: schema } });
}
