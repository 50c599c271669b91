import { type BridgeSpec, dropsRows, dropsValues, type Hazard, renameComment, renameFlag } from '@sync/core';

/** Rows of a whole table go. */
export function dropsTable(table: string): Hazard {
  return dropsRows(table, {
    hint: `If it was renamed, say so: \`${renameComment(table)}\` above the new table, or \`${renameFlag([table], ['new_name'])}\`.`,
    lock: 'exclusive metadata lock',
  });
}

/** Values of a column go. */
export function dropsColumn(table: string, column: string): Hazard {
  return dropsValues(`${table}.${column}`, {
    hint: `If it was renamed, say so: \`${renameComment(column)}\` above the new column, or \`${renameFlag([table, column], [table, 'new_name'])}\`.`,
  });
}

/** Whoever uses the old name fails from then on. */
export function breaksClients(what: string, from: string, to: string): Hazard {
  return {
    class: 'correctness',
    code: 'breaks-clients',
    message: `clients that use ${what} ${from} fail once it is called ${to}`,
    hint: 'Rename when nothing uses the old name any more, or add the new one beside it first.',
    reversible: true,
  };
}

/** The server writes the table anew while nobody else may write. */
export function copiesTable(table: string, because: string): Hazard {
  return {
    class: 'blocks-writes',
    code: 'copies-table',
    message: `copies table ${table} row by row into a new one, because ${because}: nobody can write to it meanwhile`,
    hint: 'The server has no other way (ALGORITHM=COPY). It needs room for a second copy of the table.',
    lock: 'SHARED',
    reversible: true,
  };
}

/** The server writes the table anew beside those who use it. */
export function rebuildsTable(table: string, because: string): Hazard {
  return {
    class: 'slow',
    code: 'rebuilds-table',
    message: `builds table ${table} anew in place, because ${because}; others can go on reading and writing`,
    hint: 'It needs room for a second copy of the table, and replicas run it only once it is done here.',
    lock: 'NONE',
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

/** The table is copied beside those who use it. */
export function copiesOnline(table: string): Hazard {
  return {
    class: 'slow',
    code: 'copies-online',
    message: `copies table ${table} some rows at a time while others go on reading and writing; triggers write to the copy what they write`,
    hint: 'It needs room for a second copy of the table, and every write to it is made twice until the copy takes its place, which waits for transactions that began before all rows were copied. Nobody should empty the table meanwhile (TRUNCATE), which no trigger sees: the run ends where it finds that, and an account without the right PROCESS is shown less of it.',
    reversible: true,
  };
}

/** A program of the user's copies the table beside those who use it. */
export function handsOver(table: string, program: string): Hazard {
  return {
    class: 'slow',
    code: 'hands-over-copy',
    message: `has ${program} copy table ${table} while others go on reading and writing`,
    hint: `It runs on this machine and connects to the server by itself. It needs room for a second copy of the table, and every write to it is made twice until the copy takes its place. For transactions of others it does not wait (REPEATABLE READ): one that began while it copied, a backup among them, then reads the table without the rows that came to the copy later and is not told, and what is older than the copy is refused there (1412). End them before, or leave copyWith out.`,
    reversible: true,
  };
}

/** Nobody writes while it is built. */
export function blocksWrites(table: string, because: string): Hazard {
  return {
    class: 'blocks-writes',
    code: 'blocks-writes',
    message: `nobody can write to table ${table} while ${because}`,
    lock: 'SHARED',
    reversible: true,
  };
}

/** Values may not fit the new type. */
export function convertsValues(table: string, column: string, from: string, to: string): Hazard {
  return {
    class: 'data-loss',
    code: 'converts-values',
    message: `changes ${table}.${column} from ${from} to ${to}: values that do not fit make it fail, and others may be rounded or read differently`,
    hint: 'Look at the values first. The way down brings back the type, and not what a value was.',
    reversible: false,
  };
}

/** Values that somebody wrote make way for computed ones. */
export function replacesValues(table: string, column: string): Hazard {
  return {
    class: 'data-loss',
    code: 'replaces-values',
    message: `computes ${table}.${column} from then on: what rows hold there now is lost`,
    hint: 'Compare the values with the expression first. The way down keeps what was computed.',
    reversible: false,
  };
}

/** Rows may have no value. */
export function addsNotNull(table: string, column: string): Hazard {
  return {
    class: 'correctness',
    code: 'adds-not-null',
    message: `fails when a row of ${table} has no value in ${column}`,
    hint: `Fill them first: UPDATE … SET ${column} = … WHERE ${column} IS NULL.`,
    reversible: true,
  };
}

/** Rows that are there get a value that nobody chose. */
export function addsRequiredColumn(table: string, column: string): Hazard {
  return {
    class: 'correctness',
    code: 'adds-required-column',
    message: `adds ${table}.${column}, NOT NULL without a default: rows that are there get the server’s own for its type, such as 0 or an empty text`,
    hint: 'Give the column a default, or add it without NOT NULL, fill it, and make it NOT NULL in a second run.',
    reversible: true,
  };
}

/** Rows may break the rule already. */
export function checksRows(table: string, rule: string): Hazard {
  return {
    class: 'correctness',
    code: 'checks-rows',
    message: `fails when rows of ${table} do not satisfy ${rule}`,
    reversible: true,
  };
}

/** Rows that break a rule can be written for a while. */
export function uncheckedMeanwhile(table: string, key: string): Hazard {
  return {
    class: 'correctness',
    code: 'unchecked-meanwhile',
    message: `drops foreign key ${key} of ${table} and adds it again once the columns at both ends are changed: rows that break it can be written meanwhile, and then it cannot be added`,
    reversible: true,
  };
}

/** Something that clients read or call goes. */
export function dropsUsed(what: string, name: string): Hazard {
  return {
    class: 'correctness',
    code: 'drops-used',
    message: `drops ${what} ${name}: whatever uses it fails from then on`,
    reversible: true,
  };
}

/** A counter begins again. */
export function dropsSequence(name: string): Hazard {
  return {
    class: 'data-loss',
    code: 'drops-sequence',
    message: `drops sequence ${name} with the number that it has counted to`,
    reversible: false,
  };
}

/** What somebody reads or calls does something else from then on. */
export function changesDefinition(what: string, name: string): Hazard {
  return {
    class: 'correctness',
    code: 'changes-definition',
    message: `${what} ${name} is another one from then on, for whoever uses it`,
    reversible: true,
  };
}

/** The engine keeps rows in memory alone. */
export function forgetsRows(table: string, engine: string): Hazard {
  return {
    class: 'data-loss',
    code: 'forgets-rows',
    message: `stores table ${table} with ${engine}: its rows are gone when the server ends`,
    hint: 'The way down brings back the engine, and not rows that were lost meanwhile.',
    reversible: false,
  };
}

/** The engine takes rows and keeps none. */
export function emptiesTable(table: string, engine: string): Hazard {
  return {
    class: 'data-loss',
    code: 'empties-table',
    message: `stores table ${table} with ${engine}, which keeps no rows: all that are in it are gone, and so is what is written to it from then on`,
    hint: 'Copy them elsewhere first. The way down brings back the engine, and no rows.',
    reversible: false,
  };
}

/** The engine knows no transactions. */
export function losesTransactions(table: string, engine: string): Hazard {
  return {
    class: 'correctness',
    code: 'loses-transactions',
    message: `stores table ${table} with ${engine}: nothing that is written to it is rolled back, and a statement that fails keeps what it did so far`,
    hint: 'Keep InnoDB for what is changed in transactions.',
    reversible: true,
  };
}

/** Nothing does from then on what it did. */
export function dropsEvent(name: string): Hazard {
  return {
    class: 'correctness',
    code: 'drops-event',
    message: `drops event ${name}: what it did from time to time is not done any more`,
    reversible: true,
  };
}

/** What rows were like before goes. */
export function dropsHistory(table: string): Hazard {
  return {
    class: 'data-loss',
    code: 'drops-history',
    message: `drops the history of table ${table}: what its rows were like before`,
    reversible: false,
  };
}

/** The history begins with rows as they are. */
export function copiesHistory(table: string): Hazard {
  return {
    class: 'slow',
    code: 'begins-history',
    message: `begins the history of table ${table}: from then on each change of a row keeps what it was like before`,
    hint: 'The table grows with each change. Rows as they are now count from the moment of this statement.',
    reversible: true,
  };
}

/** History reads as if it had always been so. */
export function changesHistory(table: string): Hazard {
  return {
    class: 'correctness',
    code: 'changes-history',
    message: `changes the history of table ${table} along with its rows: what they were like before is told in the new columns`,
    reversible: false,
  };
}

/** Somebody else's rights count from then on. */
export function changesDefiner(what: string, name: string, definer: string): Hazard {
  return {
    class: 'correctness',
    code: 'changes-definer',
    message: `${what} ${name} runs with the rights of ${definer} from then on`,
    hint: 'Where that account is not there, or may not do what it takes, whoever uses it fails.',
    reversible: true,
  };
}

/** The server drops the body along with the package that another one takes the place of. */
export function leavesPackageEmpty(name: string): Hazard {
  return {
    class: 'correctness',
    code: 'leaves-package-empty',
    message: `package ${name} has no body until the step that makes it again: whoever calls what lies in it meanwhile fails`,
    hint: 'Run it while nobody calls the package. Where only the body changes, it is replaced in one statement, and no such moment is there.',
    reversible: true,
  };
}

/** The server drops what was granted on a routine along with it. */
export function losesGrants(what: string, name: string): Hazard {
  return {
    class: 'correctness',
    code: 'loses-grants',
    message: `whoever was granted EXECUTE on ${what} ${name} alone loses it: the server drops that with the ${what}`,
    hint: 'Grant it again after the run, or on the whole database, which stays.',
    reversible: false,
  };
}

/** Somebody may do something from then on that they could not, or the other way round. */
export function changesPrivileges(what: string, grantee: string): Hazard {
  return {
    class: 'access',
    code: 'changes-privileges',
    message: `changes what ${grantee} may do with ${what}`,
    hint: 'Look at each GRANT and REVOKE of the step.',
    reversible: true,
  };
}

/** The server drops the statistics of a column with whatever is done to that. */
export function losesHistogram(table: string, column: string): Hazard {
  return {
    class: 'slow',
    code: 'loses-histogram',
    message: `the server drops the histogram of ${table}.${column}, by which it plans queries, as it changes the column`,
    hint: `Make it again: ANALYZE TABLE ${table} UPDATE HISTOGRAM ON ${column}.`,
    reversible: false,
  };
}
