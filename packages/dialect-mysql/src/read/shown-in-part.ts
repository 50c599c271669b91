import type { Reading } from '@sync/core';
import type { Flavour } from '../flavour.js';
import { lexisWith } from '../lexis.js';
import { heldRights } from '../rights/held-rights.js';
import { isScratch } from '../scratch-name.js';
import type { ServerCatalogue } from './read-catalogue.js';

/** Each of them, on a whole table, shows all of its columns; what else there is shows none. https://dev.mysql.com/doc/refman/9.7/en/information-schema-columns-table.html */
const rightsThatShowColumns = ['SELECT', 'INSERT', 'UPDATE', 'REFERENCES'];

/** What of the relations of a database the account is shown in part, so that the rest of them would look as if it were not there. */
export interface ShownInPart {
  /** Whether some relations may show less than their columns. */
  readonly hasAny: boolean;
  /** Why it is not shown a table or a view as a whole; undefined where it is. */
  why(relation: string): string | undefined;
}

/** Finds out what the account is shown in part. */
export async function shownInPart(
  reading: Reading,
  catalogue: ServerCatalogue,
  { executedComments }: Flavour,
): Promise<ShownInPart> {
  const { name: database } = catalogue.database;
  const whyKeys = (relation: string) => {
    const known = new Set(catalogue.where('foreignKeys', 'table', relation).map(({ name }) => name));
    const isWhole = catalogue.where('foreignKeyColumns', 'table', relation).every(({ name }) => known.has(name));
    return isWhole ? undefined : 'the server does not show all of its foreign keys to this role: it takes REFERENCES';
  };
  // What is in scratch was made by whoever reads it.
  if (isScratch(database)) return { hasAny: false, why: () => undefined };
  const rights = await heldRights(reading, database, lexisWith(executedComments));
  if (rights.holds(...rightsThatShowColumns)) return { hasAny: false, why: whyKeys };
  const whole = new Set(rightsThatShowColumns.flatMap((privilege) => [...rights.tablesWith(privilege)]));
  return {
    hasAny: true,
    why: (relation) =>
      whole.has(`${database}.${relation}`)
        ? whyKeys(relation)
        : 'the server shows only those of its columns that this role has a right on: it takes SELECT',
  };
}
