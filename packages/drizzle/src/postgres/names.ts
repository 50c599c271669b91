import { getTableName, type Table } from 'drizzle-orm';
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';
import type { Language } from '../sql/language.js';

/** A name with the schema before it, where it is not in the one where names are found by themselves. */
export function qualified(schema: string | undefined, name: string, { quote }: Language): string {
  return schema === undefined ? quote(name) : `${quote(schema)}.${quote(name)}`;
}

/** The schema of a table; undefined for the one in which names are found by themselves. */
export function schemaOfTable(table: Table, { homeOf }: Pick<Language, 'homeOf'>): string | undefined {
  return getTableConfig(table as PgTable).schema ?? homeOf(table);
}

export function tableName(table: Table, language: Language): string {
  return qualified(schemaOfTable(table, language), getTableName(table), language);
}
