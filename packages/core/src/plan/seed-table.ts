import type { Dialect } from '../contract/dialect.js';
import type { Seed } from '../contract/document.js';
import { type Address, partsOf } from '../model/address.js';

/** What says which table a seed is for. */
export type SeedTable = Pick<Seed, 'schema' | 'table'>;

/** A form in which two ways to write one table are equal. */
export function tableKey({ schema, table }: SeedTable, { fold }: Pick<Dialect, 'fold'>): string {
  return JSON.stringify([...(schema === undefined ? [] : [schema]), table].map(fold));
}

/** The same form for what lies at an address. */
export function addressKey(address: Address): string {
  return JSON.stringify(partsOf(address).parts);
}

/** The table as SQL, from wherever it is said. */
export function tablePath({ schema, table }: SeedTable, { quote }: Pick<Dialect, 'quote'>): string {
  return [...(schema === undefined ? [] : [schema]), table].map(quote).join('.');
}

/** The table for people. */
export function tableTitle({ schema, table }: SeedTable): string {
  return schema === undefined ? table : `${schema}.${table}`;
}
