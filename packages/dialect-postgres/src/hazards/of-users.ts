import type { BridgeSpec, Hazard } from '@sync/core';
import type { LockMode } from '../effects/lock-modes.js';

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
export function dropsIndex(index: string, table: string, lock: LockMode = 'ACCESS EXCLUSIVE'): Hazard {
  return {
    class: 'slow',
    code: 'drops-index',
    message: `drops index ${index}: queries that used it read all of table ${table} from then on`,
    hint: 'Look in pg_stat_user_indexes whether anything uses it. Plan with --online: then nobody waits while it goes.',
    lock,
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

/** A cast goes, whether it was written or used without a word. */
export function dropsCast(cast: string): Hazard {
  return {
    class: 'correctness',
    code: 'drops-type',
    message: `drops cast ${cast}: statements that convert so fail from then on, or convert in another way`,
    hint: 'Release first what does not rely on it. If it is not part of this schema, --exclude it.',
    reversible: true,
  };
}

/** Rows stay where they are, and are not found any more where they were looked for. */
export function hidesRows(table: string, above: string, lock: LockMode = 'ACCESS EXCLUSIVE'): Hazard {
  return {
    class: 'correctness',
    code: 'hides-rows',
    message: `takes table ${table} out of table ${above}: who reads, changes or counts the rows of ${above} does not find those of ${table} any more, and no statement fails`,
    hint: `Release first what looks for them in ${table}.`,
    lock,
    reversible: true,
  };
}

/** What a table has from another one becomes its own, and stays so. */
export function definesItself(table: string, above: string, names: readonly string[]): Hazard {
  return {
    class: 'correctness',
    code: 'defines-itself',
    message: `leaves table ${table} with what it had from table ${above} alone (${names.join(', ')}) as its own: should it inherit that again, it keeps it all the same where ${above} drops it`,
    hint: `Once it inherits again, drop from ${table}, too, what ${above} drops; or create ${table} anew to have all of it from ${above} alone.`,
    reversible: false,
  };
}

/** What an extension brings along is what another version of it brings. */
export function updatesExtension(extension: string, from: string, to: string): Hazard {
  return {
    class: 'correctness',
    code: 'updates-extension',
    message: `updates extension ${extension} from ${from} to ${to}: what it brings along may go, or take or give something else`,
    hint: 'Read what its releases say of the versions in between; few extensions have a way back.',
    reversible: true,
  };
}

/** What an extension brings along is called by the name of another schema. */
export function movesExtension(extension: string, from: string, to: string): Hazard {
  return {
    class: 'correctness',
    code: 'breaks-clients',
    message: `moves what extension ${extension} brings along from schema ${from} to ${to}: statements that look for it in ${from} fail from then on`,
    hint: 'Let the applications have both schemas in their search_path first.',
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
