import type { Hazard } from '@sync/core';
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

/** Nobody writes while an index is built, and where it is a constraint's nobody reads either. */
export function buildsIndex(
  table: string,
  { unique = false, lock = 'SHARE' }: { readonly unique?: boolean; readonly lock?: LockMode } = {},
): Hazard {
  const stopped = lock === 'ACCESS EXCLUSIVE' ? 'reads or writes it' : 'writes to it';
  return {
    class: lock === 'ACCESS EXCLUSIVE' ? 'blocks-reads' : 'blocks-writes',
    code: 'builds-index',
    message: `builds an index over table ${table}; nobody ${stopped} meanwhile${unique ? ', and rows that conflict make it fail' : ''}`,
    hint: 'Plan with --online: it is built while rows are written.',
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
