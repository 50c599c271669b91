import type { Flavour, NamedOnce } from '../../flavour.js';
import { checksRows, uncheckedMeanwhile } from '../../hazards.js';
import { foldMember, quoteName } from '../../text/names.js';
import type { Cost } from './costs.js';
import type { Pair, TableDifference } from './difference.js';
import type { Operation } from './operation.js';
import { printForeignKey, printIndex } from './print.js';
import type { ForeignKeySpec, IndexSpec } from './spec.js';

/** What the same plan does to tables that foreign keys lead to. */
export interface Neighbours {
  /** Those that it alters. */
  readonly altered: ReadonlySet<string>;
  /** Whether the alter of one of them waits for others itself. */
  waits(table: string): boolean;
  /** Another table that has a foreign key, or a check, of this name in the end. */
  taker(member: NamedOnce, name: string): string | undefined;
}

/** A foreign key is checked against its rows only where the table is copied. */
const adding: Cost = 'copy';

/** What is done to the foreign keys of a table. */
export function foreignKeyOperations(
  difference: TableDifference,
  flavour: Flavour,
  neighbours: Neighbours,
): readonly Operation[] {
  const { altered, waits } = neighbours;
  const { foreignKeys, to } = difference;
  const { dropped, added, changed } = foreignKeys;
  const toAltered = ({ table, database }: ForeignKeySpec) => database === undefined && altered.has(table);
  const drop = (key: ForeignKeySpec): Operation => {
    // What it leads to may only change without it, and what is called as it was only come then.
    const beside = [...(toAltered(key) ? [key.table] : []), ...makingWay('foreignKeys', key, flavour, neighbours)];
    return {
      clause: `DROP FOREIGN KEY ${quoteName(key.name)}`,
      stage: 'clear',
      cost: flavour.costs.dropForeignKey,
      summary: `drop foreign key ${key.name}`,
      ...(beside.length > 0 && { ahead: true, beside }),
    };
  };
  // A table that waits for others cannot be waited for by all that is done here; a key to itself is only taken once its columns are as they will be.
  const add = (key: ForeignKeySpec): Operation => ({
    clause: addForeignKey(key, difference, flavour),
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

/** The table for which something makes way by going, where the database has its name once. */
export function makingWay(
  member: NamedOnce,
  { name }: { readonly name: string },
  { namedOnce }: Flavour,
  { taker }: Pick<Neighbours, 'taker'>,
): readonly string[] {
  return namedOnce.has(member) ? [taker(member, name)].flatMap((name) => name ?? []) : [];
}

/**
 * The clauses that add a foreign key and keep the index over its columns. One that the server made for another key gives way to the one that it makes for this, which has another
 * name (https://dev.mysql.com/doc/refman/9.7/en/create-table-foreign-keys.html#foreign-key-restrictions). One that is written does not, and to write it again builds nothing.
 * Which of them the server made it does not tell, but for the name: that of the first column, or of the key.
 */
export function addForeignKey(
  key: ForeignKeySpec,
  { from, to }: Pick<TableDifference, 'from' | 'to'>,
  flavour: Flavour,
): string {
  const mayBeMade = madeNames(key, [...from.spec.foreignKeys, ...to.spec.foreignKeys]);
  const before = new Set(from.spec.indexes.map(({ name }) => foldMember(name)));
  const kept = to.spec.indexes.filter(
    (index) =>
      before.has(foldMember(index.name)) &&
      foldMember(index.name) !== foldMember(key.name) &&
      mayBeMade(index.name) &&
      isOver(index, key.columns),
  );
  const written = kept.flatMap((index) => [`DROP INDEX ${quoteName(index.name)}`, `ADD ${printIndex(index, flavour)}`]);
  return [...written, `ADD ${printForeignKey(key, flavour)}`].join(',\n  ');
}

/** Whether the server may have given an index its name. */
function madeNames(key: ForeignKeySpec, keys: readonly ForeignKeySpec[]): (name: string) => boolean {
  const names = new Set([...keys.map(({ name }) => name), key.columns[0] ?? ''].map(foldMember));
  return (name) =>
    names.has(foldMember(name)) || names.has(foldMember(name.replace(/_\d+$/, ''))) || /_ibfk_\d+$/.test(name);
}

/** Whether an index is over these columns, and as plain as one that the server makes. */
export function isOver({ unique, type, unused, parts }: IndexSpec, columns: readonly string[]): boolean {
  const isPlain = !unique && type === undefined && !unused;
  return (
    isPlain &&
    parts.length === columns.length &&
    parts.every(
      ({ column, length, descending }, i) =>
        column !== undefined &&
        length === undefined &&
        !descending &&
        foldMember(column) === foldMember(columns[i] ?? ''),
    )
  );
}

function isWithin({ table, database }: ForeignKeySpec, name: string): boolean {
  return database === undefined && table === name;
}

function meanwhile({ from, to }: Pair<ForeignKeySpec>, table: string): Pick<Operation, 'hazards'> {
  return from === to ? { hazards: [uncheckedMeanwhile(table, to.name)] } : {};
}
