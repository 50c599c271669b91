import type { Flavour } from '../../flavour.js';
import { checksRows, uncheckedMeanwhile } from '../../hazards.js';
import { quoteName } from '../../text/names.js';
import type { Cost } from './costs.js';
import type { Pair, TableDifference } from './difference.js';
import type { Operation } from './operation.js';
import { printForeignKey } from './print.js';
import type { ForeignKeySpec } from './spec.js';

/** What the same plan does to tables that foreign keys lead to. */
export interface Neighbours {
  /** Those that it alters. */
  readonly altered: ReadonlySet<string>;
  /** Whether the alter of one of them waits for others itself. */
  waits(table: string): boolean;
}

/** A foreign key is checked against its rows only where the table is copied. */
const adding: Cost = 'copy';

/** What is done to the foreign keys of a table. */
export function foreignKeyOperations(
  { foreignKeys: { dropped, added, changed }, to }: TableDifference,
  flavour: Flavour,
  { altered, waits }: Neighbours,
): readonly Operation[] {
  const toAltered = ({ table, database }: ForeignKeySpec) => database === undefined && altered.has(table);
  const drop = (key: ForeignKeySpec): Operation => ({
    clause: `DROP FOREIGN KEY ${quoteName(key.name)}`,
    stage: 'clear',
    cost: flavour.costs.dropForeignKey,
    summary: `drop foreign key ${key.name}`,
    // What it leads to may only change without it.
    ...(toAltered(key) && { ahead: true, beside: [key.table] }),
  });
  // A table that waits for others cannot be waited for by all that is done here; a key to itself is only taken once its columns are as they will be.
  const add = (key: ForeignKeySpec): Operation => ({
    clause: `ADD ${printForeignKey(key, flavour)}`,
    stage: 'refer',
    cost: adding,
    summary: `add foreign key ${key.name}`,
    about: `foreign key ${key.name}`,
    hazards: [checksRows(to.name, `foreign key ${key.name} to ${key.table}`)],
    ...(toAltered(key) && { beside: [key.table] }),
    ...(((toAltered(key) && waits(key.table)) || isWithin(key, to.name)) && { behind: true }),
  });
  return [
    ...dropped.map(drop),
    // The server takes a name as taken for as long as the statement runs that gives it up.
    ...changed.flatMap(
      (pair) => [{ ...drop(pair.from), ...meanwhile(pair, to.name), ahead: true }, add(pair.to)] as const,
    ),
    ...added.map(add),
  ];
}

function isWithin({ table, database }: ForeignKeySpec, name: string): boolean {
  return database === undefined && table === name;
}

function meanwhile({ from, to }: Pair<ForeignKeySpec>, table: string): Pick<Operation, 'hazards'> {
  return from === to ? { hazards: [uncheckedMeanwhile(table, to.name)] } : {};
}
