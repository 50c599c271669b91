import { isSyncError, type Statement, SyncError } from '@sync/core';
import { postgresDialect, quoteName } from '@sync/dialect-postgres';
import { labelOf, type PostgresOptions } from './options.js';
import { type Started, startSession } from './start-session.js';

/** Whether a server is there and has no database of this name. */
export function isMissing(error: unknown): boolean {
  return isSyncError(error) && error.details?.native === '3D000';
}

/** A session on the server of a database that is not there, in one that every server has; what the first attempt was refused with where none will do. */
export async function startBeside(
  options: PostgresOptions,
  access: 'write' | 'scratch',
  missing: unknown,
  signal: AbortSignal | undefined,
): Promise<Started> {
  for (const database of ['postgres', 'template1'].filter((name) => name !== options.database)) {
    try {
      return await startSession({ ...options, database }, access, signal);
    } catch (error) {
      const isShut = isSyncError(error) && /^(28|3D|42501)/.test(String(error.details?.native));
      if (!isShut && !isMissing(error)) throw error;
    }
  }
  throw missing;
}

/** How a database is made as the settings say; what they leave open, its template says. */
export function creation(name: string, { template, encoding, locale }: PostgresOptions): Statement {
  const clauses = [
    ...(encoding === undefined ? [] : [`ENCODING ${postgresDialect.literal(encoding)}`]),
    ...(locale === undefined ? [] : [`LOCALE ${postgresDialect.literal(locale)}`]),
  ];
  return { text: [`CREATE DATABASE ${quoteName(name)} TEMPLATE ${quoteName(template)}`, ...clauses].join(' ') };
}

/** Makes the database of a target, from another one on its server. Somebody else may have made it in the meantime. */
export async function makeMissing(
  options: PostgresOptions,
  missing: unknown,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { session } = await startBeside(options, 'write', missing, signal);
  try {
    await session.send(creation(options.database, options), { op: 'create', signal });
  } catch (error) {
    if (!isSyncError(error) || error.details?.native !== '42P04') throw cannotMake(error, options);
  } finally {
    await session.close();
  }
}

/** Why a database cannot be made, of which a role has to be told before it relies on that. */
export function cannotMake(error: unknown, options: PostgresOptions): unknown {
  if (!isSyncError(error)) return error;
  const { code, message, details, cause } = error;
  const hint =
    code === 'PERMISSION_DENIED'
      ? 'Grant the role CREATEDB, or have somebody make the database who may.'
      : details?.native === '55006'
        ? 'Others are connected to the template: try again, or name another with the setting template.'
        : (error.hint ?? 'Look at the settings template, encoding and locale.');
  return new SyncError({
    code: code === 'STATEMENT_FAILED' ? 'CONNECTION_FAILED' : code,
    op: 'connect',
    message: `${labelOf(options)} does not exist, and cannot be made: ${message}`,
    hint,
    cause,
    ...(details && { details }),
  });
}
