import { type Found, isSyncError, type Reading, type SchemaObject, type Session } from '@sync/core';
import type { Flavour } from '../flavour.js';
import { lexisWith } from '../lexis.js';
import { heldRights } from '../rights/held-rights.js';
import { isScratch } from '../scratch-name.js';
import type { ServerCatalogue } from './read-catalogue.js';

/** https://dev.mysql.com/doc/mysql-errors/9.7/en/server-error-reference.html#error_er_dbaccess_denied_error */
const letInNowhere = 1044;

/** Each of them shows at least that routines are there. https://dev.mysql.com/doc/refman/9.7/en/information-schema-routines-table.html */
const rightsThatShowRoutines = ['EXECUTE', 'ALTER ROUTINE', 'CREATE ROUTINE', 'SHOW CREATE ROUTINE', 'SHOW_ROUTINE'];

/** Each of them, on a whole database, shows all tables that it has. */
const rightsThatShowTables = [
  ...['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'CREATE', 'DROP', 'ALTER', 'INDEX'],
  ...['REFERENCES', 'CREATE VIEW', 'SHOW VIEW', 'TRIGGER'],
];

/**
 * What stands for triggers that may be there unseen: the server shows none of a table to whoever lacks the right on that, as if there were none. Nothing where the account
 * sees all of them.
 */
export async function* unseenTriggers(
  reading: Reading,
  catalogue: ServerCatalogue,
  { executedComments }: Flavour,
  tableOf: (object: SchemaObject) => string,
): AsyncGenerator<Found<never>> {
  const { name: database } = catalogue.database;
  // What is in scratch was made by whoever reads it.
  if (isScratch(database)) return;
  const rights = await heldRights(reading, database, lexisWith(executedComments));
  if (rights.holds('TRIGGER')) return;
  const shown = rights.tablesWith('TRIGGER');
  const hiding = new Set(
    catalogue.rows('tables').flatMap(({ name }) => (shown.has(`${database}.${name}`) ? [] : [name])),
  );
  if (hiding.size > 0) yield* unseen(reading, 'trigger', (object) => hiding.has(tableOf(object)));
}

/** The same for events, of which the server says by itself whether the account may see them. */
export async function* unseenEvents(reading: Reading, catalogue: ServerCatalogue): AsyncGenerator<Found<never>> {
  if (isScratch(catalogue.database.name) || (await showsEvents(reading.session))) return;
  yield* unseen(reading, 'event', () => true);
}

/** The same for what lies among the routines, packages too: whoever may do nothing with those of the database is shown those alone that it may do something with. */
export async function* unseenRoutines(
  reading: Reading,
  catalogue: ServerCatalogue,
  kind: string,
  { executedComments, routineBook }: Flavour,
): AsyncGenerator<Found<never>> {
  const { name: database } = catalogue.database;
  if (isScratch(database)) return;
  const rights = await heldRights(reading, database, lexisWith(executedComments));
  if (rights.holds(...rightsThatShowRoutines) || rights.holdsEverywhere('SELECT')) return;
  if (routineBook !== undefined && rights.reads(routineBook)) return;
  yield* unseen(reading, kind, () => true, 'EXECUTE');
}

/** The same for tables, views and sequences: an account with rights on some of them alone is shown no others. */
export async function* unseenRelations(
  reading: Reading,
  catalogue: ServerCatalogue,
  kind: 'table' | 'view' | 'sequence',
  { executedComments }: Flavour,
): AsyncGenerator<Found<never>> {
  const { name: database } = catalogue.database;
  if (isScratch(database)) return;
  const rights = await heldRights(reading, database, lexisWith(executedComments));
  if (!rights.holds(...rightsThatShowTables)) yield* unseen(reading, kind, () => true, 'SELECT');
}

async function showsEvents(session: Session): Promise<boolean> {
  try {
    await session.query({ text: "SHOW EVENTS LIKE ''" });
    return true;
  } catch (error) {
    if (isSyncError(error) && error.details?.number === letInNowhere) return false;
    throw error;
  }
}

function* unseen(
  { scopes: [scope] }: Reading,
  kind: string,
  hides: (object: SchemaObject) => boolean,
  right = kind.toUpperCase(),
): Generator<Found<never>> {
  const shown =
    right === 'SELECT' ? 'only those that this role has a right on' : 'none of them to this role, be there any';
  const reason = `the server shows ${shown}: it takes ${right}`;
  if (scope) yield { scope, unmanaged: { kind, name: '*', reason }, hides };
}
