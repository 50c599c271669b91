import { type Address, address, partsOf, type SchemaObject } from '@sync/core';

/** What building on an index needs but what does not make two differ. */
export interface IndexLayout {
  /** It is one of a partitioned table. */
  readonly partitioned?: true;
  /** What its parts are called, by the tables that they are of. */
  readonly parts?: Readonly<Record<Address, string>>;
}

/** Where an index of a table lies that is called so: where the table does. */
export function indexBeside(table: Address, name: string): Address {
  return address('index', ...partsOf(table).parts.slice(0, -1), name);
}

/** What the parts of a partitioned table's index, or of its key's, are called, by the tables that they are of. */
export function partsOfIndex({ layout }: SchemaObject): Readonly<Record<Address, string>> {
  return (layout as IndexLayout | undefined)?.parts ?? {};
}

/** Where those parts lie. */
export function partAddresses(whole: SchemaObject): readonly Address[] {
  return Object.entries(partsOfIndex(whole)).map(([table, name]) => indexBeside(table as Address, name));
}
