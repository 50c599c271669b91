import { dropsRows, dropsValues, type Hazard, renameComment, renameFlag } from '@sync/core';
import type { LockMode } from './effects/lock-modes.js';

export {
  buildingHints,
  buildsIndex,
  deletesAllRows,
  emptiesTable,
  fillsColumns,
  locksTable,
  looksForLast,
  rewritesTable,
  rewritingHints,
  updatesAllRows,
} from './hazards/of-locks.js';
export {
  definesItself,
  dropsCast,
  dropsIndex,
  dropsRoutine,
  dropsType,
  endsBridge,
  endsGuarantee,
  hidesRows,
  movesExtension,
  updatesExtension,
} from './hazards/of-users.js';
export { fillsMaterializedView, rebuildsMaterializedView } from './hazards/of-views.js';

const exclusive = 'ACCESS EXCLUSIVE';
const newName = 'new_name';

/** Names as people write them, the schema first where it has to be said. */
export type Path = readonly string[];

/** The path after a rename in its place. */
function renamed(path: Path): Path {
  return [...path.slice(0, -1), newName];
}

/** All rows of a table go. */
export function dropsTable(table: Path, isRemade = false): Hazard {
  return dropsRows(table.join('.'), {
    hint: isRemade
      ? 'Rename the old table first, create the new one beside it, copy the rows, and drop the old one in a later release.'
      : `If it was renamed, say so: \`${renameComment(table.at(-1) ?? '')}\` above the new CREATE TABLE, or \`${renameFlag(table, renamed(table))}\`.`,
    lock: exclusive,
  });
}

/** All values of a column go. */
export function dropsColumn(table: Path, column: string): Hazard {
  return dropsValues([...table, column].join('.'), {
    hint: `If it was renamed, say so: \`${renameComment(column)}\` above the new column, or \`${renameFlag([...table, column], [...table, newName])}\`.`,
    lock: exclusive,
  });
}

/** What the values of a column hold for an attribute of their type goes. */
export function dropsAttribute(type: Path, attribute: string, column: Path, why?: string): Hazard {
  const message = `drops attribute ${attribute} of type ${type.join('.')}, and what the values of ${column.join('.')} hold for it`;
  return {
    class: 'data-loss',
    code: 'drops-column',
    message: why === undefined ? message : `${message}: ${why}`,
    hint: `If it was renamed, say so: \`${renameFlag([...type, attribute], [...type, newName])}\`.`,
    lock: exclusive,
    reversible: false,
  };
}

/** All values of a column go, since nothing makes values of the new type of them. */
export function remakesColumn(table: string, column: string, from: string, to: string): Hazard {
  return {
    class: 'data-loss',
    code: 'drops-column',
    message: `drops column ${table}.${column} with all of its values and adds it as ${to}: PostgreSQL knows no conversion from ${from}`,
    hint: 'To keep something of them, add a column of the new type under another name, fill it, and then drop the old one and rename the new one.',
    lock: exclusive,
    reversible: false,
  };
}

/** How far a sequence has counted is lost, and one in its place gives out numbers that rows have already. */
export function dropsSequence(sequence: Path): Hazard {
  return {
    class: 'data-loss',
    code: 'drops-sequence',
    message: `drops sequence ${sequence.join('.')}, and with it how far it has counted: one in its place begins anew`,
    hint: `If it was renamed, say so: \`${renameFlag(sequence, renamed(sequence))}\`.`,
    lock: exclusive,
    reversible: false,
  };
}

/** A sequence goes on where nothing tells whether its numbers are free. */
export function restartsSequence(title: string, start: string): Hazard {
  return {
    class: 'data-loss',
    code: 'restarts-sequence',
    message: `${title} begins anew at ${start}, since no number that it could have given is within its new bounds: how far it has counted is lost`,
    hint: 'Make sure that no row has the numbers from there on, and none from the old beginning on before going back; or keep bounds that hold where it is.',
    lock: 'SHARE ROW EXCLUSIVE',
    reversible: false,
  };
}

/** Values are converted, and some may not come back as they were. `loss` says what becomes of them. */
export function convertsValues(
  table: string,
  column: string,
  from: string,
  to: string,
  loss = 'may cut, round or refuse stored values',
): Hazard {
  return {
    class: 'data-loss',
    code: 'converts-values',
    message: `changes ${table}.${column} from ${from} to ${to}, which ${loss}`,
    hint: 'Look at the values that would change before allowing it.',
    lock: exclusive,
    reversible: false,
  };
}

/** All rows are read, and nobody reads or writes the table meanwhile. */
export function scansTable(table: string, why: string, lock: LockMode = exclusive): Hazard {
  return {
    class: lock === exclusive ? 'blocks-reads' : 'blocks-writes',
    code: 'scans-table',
    message: `reads all of table ${table} ${why}, and rows that do not comply make it fail`,
    lock,
    reversible: true,
  };
}

/** Rows are written that would not be by a statement that adds the column with its values. */
export function firesTriggers(table: string, triggers: readonly string[]): Hazard {
  return {
    class: 'correctness',
    code: 'fires-triggers',
    message: `writes the rows of table ${table}, which may fire ${triggers.join(', ')}`,
    hint: 'Let the triggers pass over rows of which nothing else changes, or plan with --no-online.',
    reversible: true,
  };
}

/** Statements that name no columns take them in their order. */
export function movesColumn(table: string, column: string): Hazard {
  return {
    class: 'correctness',
    code: 'moves-column',
    message: `puts column ${column} behind the others of table ${table}: INSERT and COPY without a list of columns, and rows read by position, take another one for it from then on`,
    hint: 'Let statements name their columns, or plan with --no-online: the column stays in its place then, and nobody reads or writes the table meanwhile.',
    lock: exclusive,
    reversible: false,
  };
}

/** Of these a rename locks what is renamed, or what it is a part of. */
const locked: ReadonlySet<string> = new Set([
  'table',
  'foreign table',
  'column',
  'view',
  'materialized view',
  'sequence',
  'attribute',
  'composite type',
]);

/** Statements of applications name what is renamed. */
export function breaksClients(what: string, from: string, to: string, verb = 'renames'): Hazard {
  return {
    class: 'correctness',
    code: 'breaks-clients',
    message: `${verb} ${what} ${from} to ${to}: statements that still say ${from} fail from then on`,
    hint: 'Release the applications that know the new name together with it; or expand and contract: add the new name beside the old one, write to both, move the readers, and drop the old one in a later release.',
    ...(locked.has(what) && { lock: exclusive }),
    reversible: true,
  };
}

/** What replicas told the rows of a partition apart by goes, though nobody asked for that. */
export function endsReplicaIdentity(table: string, whole: string): Hazard {
  return {
    class: 'correctness',
    code: 'ends-replica-identity',
    message: `replicas told the rows of table ${table} apart by its part of ${whole}, which goes: they go by the primary key from then on, and where there is none, UPDATE and DELETE of what is published fail`,
    hint: `Say of table ${table} in the desired state what replicas are to go by.`,
    lock: exclusive,
    reversible: true,
  };
}

/** A trigger goes, and what it did stays undone, without any statement failing. */
export function dropsTrigger(trigger: string, when: string): Hazard {
  return {
    class: 'correctness',
    code: 'drops-trigger',
    message: `drops trigger ${trigger}: what it does ${when} is not done any more, and no statement fails for want of it`,
    hint: 'The way down brings the trigger back, not what it would have done meanwhile. If it is not part of this schema, --exclude it.',
    lock: exclusive,
    reversible: true,
  };
}

/** A trigger stays and does not fire. */
export function disablesTrigger(trigger: string, when: string, lock?: LockMode): Hazard {
  return {
    class: 'correctness',
    code: 'disables-trigger',
    message: `disables trigger ${trigger}: what it does ${when} is not done until it is enabled again`,
    hint: 'The way down enables the trigger again, and does not do what it would have done meanwhile.',
    ...(lock !== undefined && { lock }),
    reversible: true,
  };
}

/** What was computed with a function stays as it was computed. */
export function changesResults(what: string, holder: string): Hazard {
  return {
    class: 'correctness',
    code: 'changes-results',
    message: `changes ${what}, and ${holder} holds what it gave before: rows are not looked at again`,
    hint: 'If it gives other results now, REINDEX the index, or drop the constraint and add it again.',
    reversible: true,
  };
}

/** A view goes: the rows that it showed stay, and nothing shows them. */
export function dropsView(what: 'view' | 'materialized view', view: Path): Hazard {
  return {
    class: 'correctness',
    code: 'drops-view',
    message: `drops ${what} ${view.join('.')}: statements that use it fail from then on`,
    hint: `If it was renamed, say so: \`${renameFlag(view, renamed(view))}\`. If it is not part of this schema, --exclude it.`,
    lock: exclusive,
    reversible: true,
  };
}

/** Whose rights count for what a view reads, or what can be learned of rows that it hides. */
export function changesViewAccess(view: string): Hazard {
  return {
    class: 'access',
    code: 'changes-view-access',
    message: `changes with whose rights view ${view} reads, or whether what it hides stays hidden from functions in a query`,
    hint: 'Look at who may use the view, and at what these may read of the tables under it.',
    lock: exclusive,
    reversible: true,
  };
}

/** What somebody may see or write in a table is another, where row-level security is on. */
export function changesPolicy(verb: 'creates' | 'alters' | 'drops', policy: string, table: string): Hazard {
  return {
    class: 'access',
    code: 'changes-policy',
    message: `${verb} policy ${policy} of table ${table}, and with it which rows somebody may see or write`,
    hint: 'Look at what all policies of the table let through together, and whether row-level security is on.',
    lock: exclusive,
    reversible: true,
  };
}

/** Rows that no policy lets through disappear for whoever policies count for. */
export function enablesRowSecurity(table: string, whom = 'everybody but its owner'): Hazard {
  return {
    class: 'access',
    code: 'enables-row-security',
    message: `makes the policies of table ${table} count for ${whom}: a row that none of them lets through is neither seen nor written any more`,
    hint: 'Create the policies in the same plan or before; without one nothing is let through.',
    lock: exclusive,
    reversible: true,
  };
}

/** Rows that policies kept from somebody are there for whoever has the privilege. */
export function disablesRowSecurity(table: string, whom = 'everybody'): Hazard {
  return {
    class: 'access',
    code: 'disables-row-security',
    message: `makes the policies of table ${table} count no longer for ${whom}, who may see and write every row that a privilege allows`,
    hint: 'Look at who has privileges on the table: policies are all that kept rows from them.',
    lock: exclusive,
    reversible: true,
  };
}

/** A rule goes, and statements do what they say. */
export function dropsRule(rule: string, when: string): Hazard {
  return {
    class: 'correctness',
    code: 'drops-rule',
    message: `drops rule ${rule}: what it makes of ${when} is not made of it any more, and no statement need fail for want of it`,
    hint: 'The way down brings the rule back, not what it would have done meanwhile. If it is not part of this schema, --exclude it.',
    lock: exclusive,
    reversible: true,
  };
}

/** A rule stays and is not heeded. */
export function disablesRule(rule: string, when: string): Hazard {
  return {
    class: 'correctness',
    code: 'disables-rule',
    message: `disables rule ${rule}: what it makes of ${when} is not made of it until it is enabled again`,
    hint: 'The way down enables the rule again, and does not do what it would have done meanwhile.',
    lock: exclusive,
    reversible: true,
  };
}

/** Something has another owner, who may do anything with it. */
export function changesOwner(what: string, owner: string, isRelation: boolean): Hazard {
  return {
    class: 'access',
    code: 'changes-owner',
    message: `gives ${what} to ${owner}, who may do anything with it from then on; who had it may not`,
    hint: 'Look at what runs as the owner: functions with SECURITY DEFINER, views, and policies, which owners are not held to.',
    ...(isRelation && { lock: exclusive }),
    reversible: true,
  };
}

/** Somebody may do something that they could not, or the other way round. */
export function changesPrivileges(what: string): Hazard {
  return {
    class: 'access',
    code: 'changes-privileges',
    message: `changes who may do what with ${what}`,
    hint: 'Look at each GRANT and REVOKE of the step.',
    reversible: true,
  };
}

/** What is made again, and has no privileges by then. */
export function endsPrivileges(what: string, said: readonly string[]): Hazard {
  return {
    class: 'access',
    code: 'changes-privileges',
    message: `makes ${what} again without what was said of who may use it: ${said.length > 0 ? said.join(', ') : 'nobody else'}`,
    hint: 'Where that is to stay, write the GRANT or REVOKE into the desired state.',
    reversible: true,
  };
}

/** What an extension brings along goes. */
export function dropsExtension(extension: string): Hazard {
  return {
    class: 'correctness',
    code: 'drops-extension',
    message: `drops extension ${extension} with all that it brings along: statements that use it fail from then on`,
    hint: 'The way down creates it anew: what its own tables and settings held is not in the plan.',
    reversible: true,
  };
}

/** Who subscribes to it gets nothing more, and is not told. */
export function dropsPublication(publication: string): Hazard {
  return {
    class: 'correctness',
    code: 'drops-publication',
    message: `drops publication ${publication}: subscriptions to it fail, and what they have not got yet they do not get`,
    hint: 'Look at pg_replication_slots for who reads, and drop the subscriptions first. If it is not part of this schema, --exclude it.',
    reversible: true,
  };
}

/** Subscribers go on with what was sent so far. */
export function publishesLess(publication: string, what: readonly string[]): Hazard {
  return {
    class: 'correctness',
    code: 'publishes-less',
    message: `publication ${publication} does not send all of ${what.join(', ')} any more: subscribers keep what they have, and fall behind without an error`,
    hint: 'Tell those who subscribe. The way down publishes it again, and does not send what was written meanwhile.',
    reversible: true,
  };
}

/** The rows stay where they are, and nobody reaches them from here. */
export function dropsForeignTable(table: Path): Hazard {
  return {
    class: 'correctness',
    code: 'drops-foreign-table',
    message: `drops foreign table ${table.join('.')}: statements that use it fail from then on`,
    hint: `If it was renamed, say so: \`${renameFlag(table, renamed(table))}\`. If it is not part of this schema, --exclude it.`,
    lock: exclusive,
    reversible: true,
  };
}
