import { randomBytes } from 'node:crypto';
import { isSyncError, type Statement, SyncError } from '@sync/core';
import { postgresDialect, quoteName } from '@sync/dialect-postgres';
import { handOver, reachOf, withholdFunctions } from './fence-queries.js';
import { labelOf, type PostgresOptions } from './options.js';
import type { PostgresSession } from './session.js';
import { startSession } from './start-session.js';

/** Who runs what somebody wrote: code in it can do on the server what that role can, whatever its text says. */
export interface Runner {
  readonly session: PostgresSession;
  /** The role that made the scratch database, where another one runs the statements, which owns that database and has no other rights. */
  readonly maker?: PostgresSession;
  /** Set where its role has databases beside scratch. */
  readonly ownsMore?: true;
}

/** Where statements are to be run, and by which name a role may be made for them. */
export interface FenceOptions {
  /** In the scratch database, as the role that made it. */
  readonly maker: PostgresSession;
  readonly options: PostgresOptions;
  readonly role: string;
  readonly signal: AbortSignal | undefined;
}

interface Reach {
  readonly role: string;
  readonly superuser: boolean;
  readonly makesRoles: boolean;
  /** The predefined roles, and attributes, by which it gets at more than databases. */
  readonly beyond: readonly string[];
}

const op = 'scratch';
const waysOut =
  'Name with --scratch a role that has CREATEDB and no more, or --scratch pglite, where @electric-sql/pglite is installed: there is no server behind it.';
const letIn =
  'Or have pg_hba.conf let roles that are made for this in with a password where this one comes from (scram-sha-256, in place of peer or ident).';

/** Has statements run as a role that was made for them, where the one that made the scratch database can do more on the server than that. SCRATCH_UNAVAILABLE where it can, and cannot make such a role. */
export async function raiseFence(fence: FenceOptions): Promise<Runner> {
  const { maker, options } = fence;
  const [reach] = await maker.send<Reach>(reachOf, { op });
  if (!reach) throw new TypeError('one row was asked for');
  if (reach.superuser || reach.makesRoles) return { session: await startAs(fence, reach), maker };
  const [first] = reach.beyond;
  if (first === undefined) return { session: maker, ownsMore: true };
  throw unavailable(
    `${labelOf(options)}: what these statements run could reach beyond scratch, as role ${reach.role} can (${first})`,
  );
}

/** Withholds what comes with extensions and connects to other servers: whoever is let into a database may call it. */
export async function withhold(maker: PostgresSession, from: string): Promise<void> {
  await sendAll(maker, withholdFunctions(from));
}

async function startAs({ maker, options, role, signal }: FenceOptions, reach: Reach): Promise<PostgresSession> {
  const password = randomBytes(24).toString('base64url');
  const name = quoteName(role);
  const rights = reach.superuser ? ' BYPASSRLS' : '';
  await maker.send(
    { text: `CREATE ROLE ${name} LOGIN PASSWORD ${postgresDialect.literal(password)}${rights}` },
    { op, signal },
  );
  // Who is no superuser gives things only to roles that it belongs to.
  if (!reach.superuser) await maker.send({ text: `GRANT ${name} TO CURRENT_USER` }, { op, signal });
  await maker.send({ text: `ALTER DATABASE ${quoteName(options.database)} OWNER TO ${name}` }, { op, signal });
  await sendAll(maker, handOver(role));
  await withhold(maker, role);
  try {
    const { session } = await startSession({ ...options, user: role, password }, 'scratch', signal);
    await session.send({ text: 'SET check_function_bodies = off; SET row_security = on' }, { op });
    return session;
  } catch (error) {
    if (!isSyncError(error) || error.code !== 'CONNECTION_FAILED') throw error;
    throw unavailable(
      `${labelOf(options)}: what these statements run could reach beyond scratch, as role ${reach.role} can, and a role without rights that was made for them is not let in: ${error.message}`,
      { cause: error, hint: `${waysOut} ${letIn}` },
    );
  }
}

/** What cannot be given away stays with whoever made it, and statements on it are refused by the server. */
async function sendAll(session: PostgresSession, query: Statement): Promise<void> {
  const found = await session.send<{ readonly text: string }>(query, { op });
  await session.sendTogether(found, { op });
}

function unavailable(
  message: string,
  more: { readonly cause?: SyncError; readonly hint: string } = { hint: waysOut },
): SyncError {
  return new SyncError({ code: 'SCRATCH_UNAVAILABLE', op: 'lint', message, ...more });
}
