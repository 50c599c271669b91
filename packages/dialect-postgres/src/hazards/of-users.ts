import type { Hazard } from '@sync/core';

/** What held of all rows need not hold any more. */
export function endsGuarantee(of: string, what: string, how = 'drops'): Hazard {
  return {
    class: 'correctness',
    code: 'ends-guarantee',
    message: `${how} the ${what} of ${of}: from then on rows come that break it, and no statement fails`,
    hint: 'Release first what does not rely on it; before going back, look for rows that break it.',
    lock: 'ACCESS EXCLUSIVE',
    reversible: true,
  };
}

/** Queries that used an index read the whole table. */
export function dropsIndex(index: string, table: string): Hazard {
  return {
    class: 'slow',
    code: 'drops-index',
    message: `drops index ${index}: queries that used it read all of table ${table} from then on`,
    hint: 'Look in pg_stat_user_indexes whether anything uses it. Plan with --online: then nobody waits while it goes.',
    lock: 'ACCESS EXCLUSIVE',
    reversible: true,
  };
}

/** A function, procedure or aggregate goes. */
export function dropsRoutine(what: string, routine: string): Hazard {
  return {
    class: 'correctness',
    code: 'drops-routine',
    message: `drops ${what} ${routine}: statements that call it fail from then on, also those in the bodies of others`,
    hint: 'Release first what does not call it. If it is not part of this schema, --exclude it.',
    reversible: true,
  };
}

/** A type goes, which nothing in the database uses. */
export function dropsType(what: string, type: string): Hazard {
  return {
    class: 'correctness',
    code: 'drops-type',
    message: `drops ${what} ${type}: statements that name it fail from then on, casts among them`,
    hint: 'Release first what does not name it. If it is not part of this schema, --exclude it.',
    reversible: true,
  };
}
