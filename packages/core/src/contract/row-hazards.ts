import type { Hazard } from './step.js';

/** What an engine adds to a hazard that all have. */
interface OfTheEngine {
  readonly hint: string;
  /** As the engine names it. */
  readonly lock?: string;
}

/** All rows of a table go with it. */
export function dropsRows(table: string, { hint, lock }: OfTheEngine): Hazard {
  return {
    class: 'data-loss',
    code: 'drops-table',
    message: `drops table ${table} with all of its rows`,
    hint,
    ...(lock !== undefined && { lock }),
    reversible: false,
  };
}

/** All values of a column go with it. */
export function dropsValues(column: string, { hint, lock }: OfTheEngine): Hazard {
  return {
    class: 'data-loss',
    code: 'drops-column',
    message: `drops column ${column} with all of its values`,
    hint,
    ...(lock !== undefined && { lock }),
    reversible: false,
  };
}
