import { type BridgeSpec, dropsRows, dropsValues, type Hazard, renameComment, renameFlag } from '@sync/core';
import { conversionBetween, type DeclaredType } from './kinds/table/affinity.js';

/** What stands for a name that only the reader knows. */
const newName = 'new_name';

/** All rows of a table go. */
export function dropsTable(table: string): Hazard {
  return dropsRows(table, {
    hint: `If it was renamed, say so: \`${renameComment(table)}\` above the new CREATE TABLE, \`renamedFrom: ${table}\` in a document, or \`${renameFlag([table], [newName])}\`.`,
  });
}

/** All values of a column go. */
export function dropsColumn(table: string, column: string): Hazard {
  return dropsValues(`${table}.${column}`, {
    hint: `If it was renamed, say so: \`${renameComment(column)}\` above the new column, \`renamedFrom: ${column}\` in a document, or \`${renameFlag([table, column], [table, newName])}\`.`,
  });
}

/** The content of a virtual table goes. */
export function dropsVirtualTable(table: string, module: string): Hazard {
  return {
    class: 'data-loss',
    code: 'drops-virtual-table',
    message: `drops virtual table ${table} (${module}) with all that it stores`,
    hint: 'A full-text index with external content (content=…) can be filled again from the table that it indexes.',
    reversible: false,
  };
}

/** What a full-text index knew of another relation goes; the rows are there still. */
export function dropsFullTextIndex(table: string, content: string): Hazard {
  return {
    class: 'correctness',
    code: 'drops-full-text-index',
    message: `drops the full-text index ${table}: searches in ${content} that use it fail from then on`,
    hint: 'What it indexed stays, and the way down indexes it again; what somebody put into the index alone does not come back.',
    reversible: true,
  };
}

/** A coordinate cannot be NULL: rows that have none yet are put at the origin. */
export function fillsCoordinates(table: string, columns: readonly string[]): Hazard {
  return {
    class: 'correctness',
    code: 'fills-coordinates',
    message: `sets ${columns.map((column) => `${table}.${column}`).join(', ')} to 0 in every row: an R-Tree has no NULL`,
    hint: 'Searches find the rows there until they have coordinates of their own. A new table beside this one, filled with them, needs no such values.',
    reversible: true,
  };
}

/** Values are converted on the way into the new column; `query` counts them. */
export function convertsValues(
  { table, column, query }: { readonly table: string; readonly column: string; readonly query: string },
  from: DeclaredType,
  to: DeclaredType,
): Hazard {
  const shown = ({ type, strict }: DeclaredType) =>
    (type || 'no type') + (strict === (from.strict && to.strict) ? '' : ' of a STRICT table');
  return {
    class: 'data-loss',
    code: 'converts-values',
    message: `changes ${table}.${column} from ${shown(from)} to ${shown(to)}, which converts stored values: ${conversionBetween(from, to).words}`,
    hint: `Count the values that would change: ${query}`,
    reversible: false,
  };
}

/** Stored values make room for computed ones. */
export function replacesValues(table: string, column: string): Hazard {
  return {
    class: 'data-loss',
    code: 'replaces-values',
    message: `makes ${table}.${column} a generated column: its stored values are replaced by computed ones`,
    reversible: false,
  };
}

/** The whole table is written again. */
export function rebuildsTable(table: string, because: string): Hazard {
  return {
    class: 'rewrite',
    code: 'rebuilds-table',
    message: `copies table ${table} row by row into a new one, because ${because}`,
    hint: 'SQLite has no other way. The database file needs room for a second copy of the table, and nobody else can write meanwhile. What ANALYZE counted of the table goes: run it again where you use it.',
    lock: 'EXCLUSIVE',
    reversible: true,
  };
}

/** The whole virtual table is written again. */
export function rebuildsVirtualTable(table: string, module: string): Hazard {
  return {
    class: 'rewrite',
    code: 'rebuilds-virtual-table',
    message: `copies virtual table ${table} (${module}) row by row into a new one`,
    hint: 'SQLite has no other way. The database file needs room for a second copy, and nobody else can write meanwhile.',
    lock: 'EXCLUSIVE',
    reversible: true,
  };
}

/** DROP COLUMN writes every row again. */
export function rewritesTable(table: string): Hazard {
  return {
    class: 'rewrite',
    code: 'rewrites-table',
    message: `writes every row of ${table} again`,
    lock: 'EXCLUSIVE',
    reversible: true,
  };
}

/** NULLs may be there already. */
export function addsNotNull(table: string, column: string): Hazard {
  return {
    class: 'correctness',
    code: 'adds-not-null',
    message: `fails when a row of ${table} has no value in ${column}`,
    hint: 'Give the column a default: NULLs are then filled with it, for good.',
    reversible: true,
  };
}

/** A new column must have a value in rows that cannot have one yet. */
export function addsRequiredColumn(table: string, column: string): Hazard {
  return {
    class: 'correctness',
    code: 'adds-required-column',
    message: `adds ${table}.${column}, NOT NULL without a default: fails when ${table} has any row`,
    hint: 'Give the column a default, or add it without NOT NULL, fill it, and make it NOT NULL in a second run.',
    reversible: true,
  };
}

/** NULLs are replaced by the default: afterwards nobody can tell which rows had none. */
export function fillsNulls(table: string, column: string, value: string): Hazard {
  return {
    class: 'data-loss',
    code: 'fills-nulls',
    message: `sets ${table}.${column} to ${value} where it is NULL`,
    hint: 'Look for such rows first. Leave the column nullable if NULL means something: the way back does not bring it back.',
    reversible: false,
  };
}

/** Rows may have equal values already. */
export function addsUnique(table: string, columns: string, query?: string): Hazard {
  return {
    class: 'correctness',
    code: 'adds-unique',
    message: `fails when two rows of ${table} have the same ${columns}`,
    ...(query !== undefined && { hint: `Count the rows in the way: ${query}` }),
    reversible: true,
  };
}

/** Rows may break the rule already. */
export function addsCheck(table: string, expression: string): Hazard {
  return {
    class: 'correctness',
    code: 'adds-check',
    message: `fails when a row of ${table} does not satisfy ${expression}`,
    reversible: true,
  };
}

/** Rows may refer to nothing already. */
export function addsForeignKey(table: string, to: string): Hazard {
  return {
    class: 'correctness',
    code: 'adds-foreign-key',
    message: `fails when a row of ${table} refers to no row of ${to}`,
    reversible: true,
  };
}

/** The key may not hold for the rows that are there. */
export function changesPrimaryKey(table: string): Hazard {
  return {
    class: 'correctness',
    code: 'changes-primary-key',
    message: `changes the primary key of ${table}: fails when rows have equal or missing keys`,
    reversible: true,
  };
}

/** The key becomes the rowid, which holds nothing but whole numbers. */
export function makesRowid(table: string, column: string): Hazard {
  return {
    class: 'correctness',
    code: 'changes-primary-key',
    message: `makes ${table}.${column} the rowid: fails when rows have equal keys, or keys that are no whole numbers`,
    reversible: true,
  };
}

/** What AUTOINCREMENT remembers of deleted rows goes. */
export function losesCounter(table: string): Hazard {
  return {
    class: 'correctness',
    code: 'loses-counter',
    message: `drops AUTOINCREMENT from ${table}: keys of rows that were deleted can be given again`,
    hint: 'The way down counts on from the largest key that is there then. Keep AUTOINCREMENT where somebody may remember the key of a deleted row.',
    reversible: false,
  };
}

/** STRICT refuses values that do not fit their column. */
export function enforcesTypes(table: string): Hazard {
  return {
    class: 'correctness',
    code: 'enforces-types',
    message: `fails when a row of ${table} holds a value that does not fit the type of its column`,
    hint: 'Find them with typeof(): SELECT * FROM … WHERE typeof(column) NOT IN (…).',
    reversible: true,
  };
}

/** STRICT refuses a default that does not fit, or `perhaps` does not, as soon as a row gets it. */
export function givesMisfit(
  {
    rows,
    column,
    value,
    type,
  }: { readonly rows: string; readonly column: string; readonly value: string; readonly type: string },
  isCertain: boolean,
): Hazard {
  const why = isCertain ? `is no ${type}: fails when there are any` : `may be no ${type}: fails where it is none`;
  return {
    class: 'correctness',
    code: 'enforces-types',
    message: `gives ${rows} the default ${value} in ${column}, which ${why}`,
    hint: `Mend the default: inserts that leave ${column} out fail with it, too.`,
    reversible: true,
  };
}

/** Queries that use the old name fail from then on. */
export function breaksClients(what: string, from: string, to: string): Hazard {
  return {
    class: 'correctness',
    code: 'breaks-clients',
    message: `renames ${what} ${from} to ${to}: statements that use the old name fail from then on`,
    hint: 'Deploy the code that knows the new name at the same time.',
    reversible: true,
  };
}

/** A view goes: the rows that it showed stay, and nothing shows them. */
export function dropsView(view: string): Hazard {
  return {
    class: 'correctness',
    code: 'drops-view',
    message: `drops view ${view}: statements that use it fail from then on`,
    hint: `If it was renamed, say so: \`${renameFlag([view], [newName])}\`. If it is not part of this schema, --exclude it.`,
    reversible: true,
  };
}

/** A trigger goes, and what it did stays undone, without any statement failing. */
export function dropsTrigger(trigger: string, when: string): Hazard {
  return {
    class: 'correctness',
    code: 'drops-trigger',
    message: `drops trigger ${trigger}: what it does ${when} is not done any more, and no statement fails for want of it`,
    hint: `The way down brings the trigger back, not what it would have done meanwhile. If it is not part of this schema, --exclude it.`,
    reversible: true,
  };
}

/** Rows may come that break what holds until then. */
export function endsGuarantee(table: string, what: string): Hazard {
  return {
    class: 'correctness',
    code: 'ends-guarantee',
    message: `rows of ${table} ${what} from then on`,
    hint: 'The way down asks for it again, and fails where rows have come that break it.',
    reversible: true,
  };
}

/** Foreign keys are left that lead nowhere. */
export function leavesDanglingReferences(table: string, from: readonly string[]): Hazard {
  return {
    class: 'correctness',
    code: 'leaves-dangling-references',
    message: `${from.join(', ')} still refer${from.length === 1 ? 's' : ''} to ${table}: once it is gone, inserts there fail`,
    hint: 'Take these foreign keys out too.',
    reversible: true,
  };
}

/** Views or triggers are left that read what is not there any more. */
export function leavesDanglingReaders(what: string, readers: readonly string[]): Hazard {
  const [s, them] = readers.length === 1 ? ['s', 'it'] : ['', 'them'];
  return {
    class: 'correctness',
    code: 'leaves-dangling-references',
    message: `${readers.join(', ')} still name${s} ${what}: once that is gone, statements that use ${them} fail`,
    hint: 'Drop or change them too, or keep what they read.',
    reversible: true,
  };
}

/** Old and new columns are made to say the same in every row. */
export function fillsColumns(table: string, { column, into }: BridgeSpec): Hazard {
  return {
    class: 'rewrite',
    code: 'fills-columns',
    message: `fills ${into.map((each) => `${table}.${each.column}`).join(', ')} from ${table}.${column}, or the other way round, wherever one side is empty; triggers of the table fire for these rows`,
    lock: 'EXCLUSIVE',
    reversible: true,
  };
}

/** What is written to the one side does not come to the other any more. */
export function endsBridge(table: string, { column, into }: BridgeSpec): Hazard {
  return {
    class: 'correctness',
    code: 'ends-bridge',
    message: `${table}.${column} and ${into.map((each) => each.column).join(', ')} are not kept in step any more`,
    hint: 'Clients that use what goes fail from then on. The way down keeps both in step again, and fills what is empty.',
    reversible: true,
  };
}

/** Nobody writes while an index is built. */
export function buildsIndex(table: string): Hazard {
  return {
    class: 'slow',
    code: 'builds-index',
    message: `reads all rows of ${table} to build an index`,
    lock: 'EXCLUSIVE',
    reversible: true,
  };
}

/** The index is made again from the table that it indexes. */
export function refillsVirtualTable(table: string, content: string): Hazard {
  return {
    class: 'rewrite',
    code: 'refills-virtual-table',
    message: `builds the full-text index ${table} again from all rows of ${content}`,
    lock: 'EXCLUSIVE',
    reversible: true,
  };
}
