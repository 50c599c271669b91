import type { Hazard } from '@sync/core';

/** The same hazard without PostgreSQL's lock: schema changes are made beside whoever reads and writes. https://www.cockroachlabs.com/docs/stable/online-schema-changes */
export function unlocked({ lock, ...hazard }: Hazard): Hazard {
  return lock === undefined ? hazard : { ...hazard };
}

/** Rows are read, and something is filled from them, by a job that takes as long as the table is large. */
export function fillsByJob(table: string, what: string): Hazard {
  return {
    class: 'slow',
    code: 'builds-index',
    message: `reads all of table ${table} for ${what}, by a job of the server that keeps nobody from reading and writing`,
    hint: 'A job that fails is taken back by the server, and rows that do not comply make it fail.',
    reversible: true,
  };
}

/** Rows are looked at, and those that do not comply make it fail. */
export function validates(table: string, what: string): Hazard {
  return {
    class: 'slow',
    code: 'scans-table',
    message: `reads all of table ${table} for ${what}, and rows that do not comply make it fail`,
    reversible: true,
  };
}

/** Values are converted, and some may not come back as they were. */
export function convertsValues(table: string, column: string, from: string, to: string): Hazard {
  return {
    class: 'data-loss',
    code: 'converts-values',
    message: `changes ${table}.${column} from ${from} to ${to}, which may cut, round or refuse stored values`,
    hint: 'Look at the values that would change before allowing it.',
    reversible: false,
  };
}

/** Afterwards nobody can tell which rows had none. */
export function fillsNulls(table: string, column: string, value: string): Hazard {
  return {
    class: 'data-loss',
    code: 'fills-nulls',
    message: `sets ${table}.${column} to ${value} where it is NULL`,
    hint: 'Look for such rows first. Leave the column nullable if NULL means something: the way back does not bring it back.',
    reversible: false,
  };
}

/** Rows go by themselves. */
export function expiresRows(table: string, parameters: string): Hazard {
  return {
    class: 'data-loss',
    code: 'expires-rows',
    message: `has the server delete rows of table ${table} that have expired: ${parameters}`,
    hint: 'Look at which rows would go at once before allowing it.',
    reversible: false,
  };
}
