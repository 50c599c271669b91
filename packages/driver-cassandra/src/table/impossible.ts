import type { Impossible, SchemaObject } from '@sync/core';
import { keyColumns } from '../read/columns.js';
import { typesIn } from '../types.js';
import type { TableDifference } from './deltas.js';
import { printColumn } from './print.js';
import { type ColumnSpec, droppedOf, type TableSpec } from './spec.js';

/** The way to a table of another shape, as a list to go through. */
export function dualWrite(table: string, next: string): string {
  return [
    `Declare a table of another name with the new shape (${next}), and keep ${table} as it is; plan and apply that.`,
    `Have the application write to both.`,
    `Copy what ${table} holds: with Spark, dsbulk, or a program that pages through token ranges and writes with the old rows' WRITETIME.`,
    `Compare both, and have the application read from ${next}.`,
    `Have it write to ${next} alone, and take ${table} out of the desired state.`,
  ]
    .map((line, i) => `${i + 1}. ${line}`)
    .join(' ');
}

/** The same for one column. */
function newColumn(table: string, column: string): string {
  return [
    `Declare a column of another name with the new type (${column}_2), and keep ${table}.${column} as it is; plan and apply that.`,
    'Have the application write to both.',
    'Copy the values of the rows that are there.',
    `Have it read and write ${column}_2 alone, and take ${column} out of the desired state.`,
  ]
    .map((line, i) => `${i + 1}. ${line}`)
    .join(' ');
}

/** What of a difference no statement of Cassandra's can bring about, and the way round it. */
export function impossibleOf(
  difference: TableDifference,
  from: SchemaObject<TableSpec>,
  to: SchemaObject<TableSpec>,
): Impossible | undefined {
  const { name } = to;
  const { key, order, renamed, retyped, added } = difference;
  const next = `${name}_2`;
  if (key)
    return {
      impossible: `Cassandra cannot change the primary key of a table: (${key.from}) to (${key.to})`,
      hint: dualWrite(name, next),
    };
  if (order)
    return {
      impossible: `Cassandra cannot change the clustering order of table ${name}`,
      hint: dualWrite(name, next),
    };
  const inKey = new Set(keyColumns(from.spec));
  const retypedKey = retyped.find((each) => inKey.has(each.from.name));
  if (retypedKey)
    return {
      impossible: `Cassandra cannot change the type of a key column: ${printColumn(retypedKey.from)} to ${printColumn(retypedKey.to)}`,
      hint: dualWrite(name, next),
    };
  const [change] = retyped;
  if (change)
    return {
      impossible: `Cassandra cannot change the type of a column: ${printColumn(change.from)} to ${printColumn(change.to)}`,
      hint: newColumn(name, change.to.name),
    };
  const rename = renamed.find((each) => !inKey.has(each.from));
  if (rename)
    return {
      impossible: `Cassandra renames columns of the primary key alone, and ${name}.${rename.from} is none`,
      hint: newColumn(name, rename.from).replaceAll(`${rename.from}_2`, rename.to),
    };
  return comesBackOtherwise(added, from);
}

/** The server remembers the columns that a table had: https://issues.apache.org/jira/browse/CASSANDRA-8099. */
function comesBackOtherwise(added: readonly ColumnSpec[], from: SchemaObject<TableSpec>): Impossible | undefined {
  const dropped = droppedOf(from);
  for (const column of added) {
    const before = dropped[column.name];
    if (!before) continue;
    if (column.type === 'counter') return cannotComeBack(from.name, column);
    // A type of the user's own is remembered as a tuple, and is none when it comes back.
    if (before.isStatic !== column.isStatic || before.type !== column.type)
      return {
        impossible: `${from.name} had a column ${column.name} before, of ${before.type}${before.isStatic ? ' static' : ''}: its name can come back with that type alone, not as ${printColumn(column)}`,
        hint: `Call the new column otherwise, such as ${column.name}_2: Cassandra remembers the names of dropped columns (system_schema.dropped_columns) for as long as the table is there.`,
      };
  }
  return undefined;
}

/** Columns that a way back would have to add, and that never come back once they were dropped. */
export function goneForGood(added: readonly ColumnSpec[], table: string): Impossible | undefined {
  const column = added.find(({ type }) => type === 'counter' || typesIn([type]).length > 0);
  if (!column) return undefined;
  return {
    impossible: `${table}.${column.name} does not come back once it was dropped: Cassandra takes no counter again, and no column of a user-defined type`,
    hint: `Call the column that takes its place otherwise, such as ${column.name}_2.`,
    lasts: true,
  };
}

function cannotComeBack(table: string, column: ColumnSpec): Impossible {
  return {
    impossible: `a counter that was dropped never comes back: ${table}.${column.name}`,
    hint: `Call the new counter otherwise, such as ${column.name}_2.`,
  };
}
