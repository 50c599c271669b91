import { dropsRows, dropsValues, type Hazard, renameFlag } from '@sync/core';

const newName = '<the new name>';

/** Rows go with their table. */
export function dropsTable(table: string): Hazard {
  return dropsRows(table, {
    hint: `If it is not part of this schema, --exclude it. A table cannot be renamed: make one of the new name, and write to both for a while.`,
  });
}

/** Values go with their column, and do not come back with a column of its name. */
export function dropsColumn(table: string, column: string): Hazard {
  return dropsValues(`${table}.${column}`, {
    hint: 'Cassandra remembers the name: it can come back with the same type alone, and without its old values.',
  });
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

/** Rows are read to fill an index. */
export function buildsIndex(table: string): Hazard {
  return {
    class: 'slow',
    code: 'builds-index',
    message: `reads all rows of ${table} on each node to build an index; it answers in full once that is done`,
    reversible: true,
  };
}

/** Rows are read to fill a view. */
export function buildsView(view: string, table: string): Hazard {
  return {
    class: 'slow',
    code: 'builds-view',
    message: `reads all rows of ${table} to fill ${view}, and writes to ${table} become slower`,
    hint: 'Materialized views are experimental, as Cassandra itself says: see how far it is in system.built_views.',
    reversible: true,
  };
}

/** What selected from a view fails; the rows of its table stay. */
export function dropsView(view: string): Hazard {
  return {
    class: 'correctness',
    code: 'drops-view',
    message: `drops materialized view ${view}: statements that use it fail from then on`,
    hint: `If it is not part of this schema, --exclude it.`,
    reversible: true,
  };
}

/** Rows that are written from then on go by themselves. */
export function expiresRows(table: string, seconds: number): Hazard {
  return {
    class: 'data-loss',
    code: 'expires-rows',
    message: `rows that are written to ${table} from then on are gone ${seconds} s later, unless they are written with a time of their own`,
    hint: 'Rows that are there keep what they were written with.',
    reversible: false,
  };
}

/** Where copies of the rows lie changes, and they are not moved by that. */
export function movesReplicas(): Hazard {
  return {
    class: 'correctness',
    code: 'moves-replicas',
    message: 'changes which nodes hold the rows: reads can miss rows until each node was repaired',
    hint: 'Run `nodetool repair --full` on each node that gets rows, and `nodetool cleanup` on those that lose some.',
    reversible: true,
  };
}

/** Callers of a function get other answers. */
export function changesFunction(name: string): Hazard {
  return {
    class: 'correctness',
    code: 'changes-function',
    message: `statements that call ${name} get what the new body gives from then on`,
    reversible: true,
  };
}

/** Callers of a function get an error. */
export function dropsFunction(what: string, name: string): Hazard {
  return {
    class: 'correctness',
    code: 'drops-function',
    message: `drops ${what} ${name}: statements that call it fail from then on`,
    hint: `If it was renamed, deploy the code that knows the new name first: ${renameFlag([name], [newName])} is not how functions are renamed here.`,
    reversible: true,
  };
}

/** Somebody may do something from then on that they could not, or the other way round. */
export function changesPermissions(what: string, role: string): Hazard {
  return {
    class: 'access',
    code: 'changes-privileges',
    message: `changes what ${role} may do with ${what}`,
    hint: 'Look at each GRANT and REVOKE of the step. A node may go by what it read before for as long as permissions_validity says.',
    reversible: true,
  };
}

/** A role is there, or is another one, for all keyspaces. */
export function changesRole(role: string): Hazard {
  return {
    class: 'access',
    code: 'changes-role',
    message: `changes the role ${role}, which is one of the whole cluster`,
    reversible: true,
  };
}

/** Nobody can log in as the role yet. */
export function hasNoPassword(role: string): Hazard {
  return {
    class: 'correctness',
    code: 'has-no-password',
    message: `nobody logs in as ${role} until it is given a password, which no plan holds`,
    hint: `Give it one with cqlsh: ALTER ROLE ${role} WITH PASSWORD = … .`,
    reversible: true,
  };
}

/** What the role may do in other keyspaces goes with it. */
export function dropsRole(role: string): Hazard {
  return {
    class: 'access',
    code: 'drops-role',
    message: `drops the role ${role} with its password, and with what it may do in other keyspaces`,
    hint: 'If it is of another schema, too, leave it in the desired state. See what it may do with LIST ALL PERMISSIONS OF it.',
    reversible: false,
  };
}
