import { getTableName, type Table } from 'drizzle-orm';
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';
import type { Language } from '../sql/language.js';

/** A name with the schema before it, where it is not in the one where names are found by themselves. */
export function qualified(schema: string | undefined, name: string, { quote }: Language): string {
  return schema === undefined ? quote(name) : `${quote(schema)}.${quote(name)}`;
}

export function tableName(table: Table, language: Language): string {
  return qualified(getTableConfig(table as PgTable).schema, getTableName(table), language);
}
