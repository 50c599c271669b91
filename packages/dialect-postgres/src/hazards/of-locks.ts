import type { BridgeSpec, Hazard } from '@sync/core';
import type { LockMode } from '../effects/lock-modes.js';

/** A table is locked for a moment: whoever wants it waits for that, and for whatever the lock itself has to wait for. */
export function locksTable(table: string, lock: LockMode): Hazard {
  return {
    class: 'locks',
    code: 'locks-table',
    message: `locks table ${table} for a moment; who ${lock === 'ACCESS EXCLUSIVE' ? 'reads or writes' : 'writes to'} it waits behind whoever keeps the lock waiting`,
    lock,
    reversible: true,
  };
}

/** Old and new columns are made to say the same in every row. */
export function fillsColumns(table: string, { column, into }: BridgeSpec): Hazard {
  return {
    class: 'rewrite',
    code: 'fills-columns',
    message: `fills ${into.map((each) => `${table}.${each.column}`).join(', ')} from ${table}.${column}, or the other way round, wherever one side is empty; triggers of the table fire for these rows`,
    hint: 'With --online it does so some rows at a time, while others write.',
    reversible: true,
  };
}

/** All numbers of a column are looked at for the last of them, and nobody reads or writes the table meanwhile. */
export function looksForLast(table: string, column: string): Hazard {
  return {
    class: 'blocks-reads',
    code: 'scans-table',
    message: `reads all of table ${table} for the last number in column ${column}, which no index knows; nobody reads or writes it meanwhile`,
    hint: `Create an index on ${column} first, with --online where the table is large: the last number is found there at once.`,
    lock: 'ACCESS EXCLUSIVE',
    reversible: true,
  };
}

/** How the server writes a table again: in steps that nobody waits for, or as a whole, for the sake of a column or of all of it. */
type Rewriting = 'online' | 'by-hand' | 'column' | 'whole';

/** What can be done where a table is written again. */
export const rewritingHints: Readonly<Record<Rewriting, string>> = {
  online:
    'Plan with --online: a new column is filled in batches, and swapped for the old one where nothing but indexes and constraints stands on that.',
  'by-hand':
    'Add a column, fill it in batches, each in a transaction of its own, and swap the two in a later release; or run this when few use the table.',
  column:
    'PostgreSQL does this only at once: run it when few use the table; or add a column, fill it in batches, and swap the two in a later release.',
  whole: 'PostgreSQL does this only at once: run it when few use the table.',
};

/** The whole table is written again, and nobody reads it meanwhile; some of that can be done online. */
export function rewritesTable(table: string, why: string, how: Rewriting = 'column'): Hazard {
  return {
    class: 'blocks-reads',
    code: 'rewrites-table',
    message: `writes table ${table} again, ${why}; nobody reads or writes it meanwhile`,
    hint: rewritingHints[how],
    lock: 'ACCESS EXCLUSIVE',
    reversible: true,
  };
}

/** How an index is built, which says what can be done about it. */
interface Building {
  readonly unique?: boolean;
  readonly lock?: LockMode;
  /** `again` is what REINDEX does; `at-once`, what the server has no other way for. */
  readonly how?: 'online' | 'concurrently' | 'again' | 'at-once';
}

/** What can be done where an index is built. */
export const buildingHints: Readonly<Record<NonNullable<Building['how']>, string>> = {
  online: 'Plan with --online: it is built while rows are written.',
  concurrently:
    'CREATE INDEX CONCURRENTLY, in a file that begins no transaction, builds it while rows are written; a UNIQUE or PRIMARY KEY constraint then takes it by USING INDEX.',
  again: 'REINDEX … CONCURRENTLY builds it while others read and write.',
  'at-once': 'PostgreSQL builds it only at once: run this when few write.',
};

/** Nobody writes while an index is built, and where it is a constraint's, or was there, nobody reads either. */
export function buildsIndex(table: string, { unique = false, lock = 'SHARE', how = 'online' }: Building = {}): Hazard {
  const stopped = lock === 'ACCESS EXCLUSIVE' ? 'reads or writes it' : 'writes to it';
  return {
    class: lock === 'ACCESS EXCLUSIVE' ? 'blocks-reads' : 'blocks-writes',
    code: 'builds-index',
    message: `builds an index over table ${table}; nobody ${stopped} meanwhile${unique ? ', and rows that conflict make it fail' : ''}`,
    hint: buildingHints[how],
    lock,
    reversible: true,
  };
}

/** All rows of a table go at once. */
export function emptiesTable(table: string): Hazard {
  return {
    class: 'data-loss',
    code: 'empties-table',
    message: `empties table ${table}: all of its rows go, and with CASCADE those of the tables that refer to it`,
    hint: 'Delete the rows that are meant, some at a time.',
    lock: 'ACCESS EXCLUSIVE',
    reversible: false,
  };
}

/** A DELETE that says of no row that it stays. */
export function deletesAllRows(table: string): Hazard {
  return {
    class: 'data-loss',
    code: 'deletes-all-rows',
    message: `deletes all rows of table ${table}: it has no WHERE`,
    hint: 'Say with WHERE which rows are meant. If all are, delete some at a time, or TRUNCATE.',
    reversible: false,
  };
}

/** An UPDATE that leaves no row as it was. */
export function updatesAllRows(table: string): Hazard {
  return {
    class: 'blocks-writes',
    code: 'updates-all-rows',
    message: `writes all rows of table ${table} again: it has no WHERE, and whoever writes one of them waits until the transaction ends`,
    hint: 'Say with WHERE which rows are meant. If all are, update some at a time, each batch in a transaction of its own.',
    reversible: false,
  };
}
