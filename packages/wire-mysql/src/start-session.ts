import { type Server, SyncError } from '@sync/core';
import { type Flavour, foldsNames, foreignModes, handsOverTo, onOneDatabase } from '@sync/dialect-mysql';
import { openClient, type Within } from './open.js';
import { labelOf, type MysqlOptions, usualWaitMs } from './options.js';
import { MysqlSession } from './session.js';
import { versionOf, whyUnsupported } from './supported.js';
import { requireWritable } from './writable.js';

/** A session whose server is known, and which reads and writes as is meant. */
export interface Started {
  readonly session: MysqlSession;
  readonly server: Server;
  readonly database: string;
  readonly role: string;
  readonly options: MysqlOptions;
  readonly flavour: Flavour;
  /** A statement as it is run here: what somebody may do with the database at hand is said of it alone. */
  readonly onOneDatabase: (text: string) => Promise<string>;
}

interface Facts {
  readonly version: string;
  readonly database: string | null;
  readonly role: string;
  readonly mode: string;
  readonly wait: number;
  readonly folds: number;
  readonly identity: string;
}

/** What tells servers apart that are reached by one address, one after the other or by turns. */
const serverIdentity = "CONCAT_WS(' ', @@hostname, @@port, @@server_id)";

/** How long a session may be idle at least, as servers have it by themselves: one waits while another one works. */
const idleSeconds = 28_800;

/** How a session is to read and write. */
interface Settling {
  readonly flavour: Flavour;
  readonly access: 'read' | 'write';
  /** How long it waits for the locks of others where no statement says otherwise. */
  readonly waitMs?: number | undefined;
}

interface Settled extends Pick<Settling, 'flavour' | 'access'> {
  readonly seconds: number;
}

/** Connects, finds out what is there, and settles how the session reads and writes. */
export async function startSession(
  options: MysqlOptions,
  { flavour, access, waitMs = usualWaitMs }: Settling,
  signal?: AbortSignal,
  within?: Within,
): Promise<Started> {
  const session = new MysqlSession(await openClient(options, signal, within), options);
  try {
    const op = 'connect';
    const [facts] = await session.send<Facts>(
      {
        text: `SELECT VERSION() AS 'version', DATABASE() AS 'database', CURRENT_USER() AS 'role', @@GLOBAL.sql_mode AS 'mode', @@SESSION.wait_timeout AS 'wait', @@lower_case_table_names AS 'folds', ${serverIdentity} AS 'identity'`,
      },
      { op, signal },
    );
    if (!facts) throw new TypeError('one row was asked for');
    session.server = { asked: serverIdentity, is: facts.identity };
    requireSupported(facts.version, flavour, options);
    if (access === 'write') await requireWritable(session, signal);
    session.lockWaitSeconds = Math.max(1, Math.ceil(waitMs / 1000));
    const settled = { flavour, access, seconds: session.lockWaitSeconds };
    for (const text of settings(facts, settled)) await session.send({ text }, { op, signal });
    return {
      session,
      server: { product: flavour.product, version: versionOf(facts.version), features: featuresOf(options, facts) },
      database: facts.database ?? '',
      role: facts.role,
      options,
      flavour,
      onOneDatabase: (text) => onOneDatabase(text, () => databaseInGrants(session, flavour), flavour),
    };
  } catch (error) {
    await session.close();
    throw error;
  }
}

/** So that texts and moments mean the same in every session, whatever the server has set. Values that do not fit are errors. */
function settings({ mode, wait }: Facts, { flavour, access, seconds }: Settled): readonly string[] {
  const kept = mode.split(',').filter((name) => name !== '' && !foreignModes.has(name));
  const modes = new Set([...kept, 'STRICT_TRANS_TABLES', 'STRICT_ALL_TABLES', 'NO_ENGINE_SUBSTITUTION']);
  const all = [
    // Whatever init_connect left behind.
    'NAMES utf8mb4 COLLATE utf8mb4_general_ci',
    `SESSION sql_mode = '${[...modes].join(',')}', time_zone = '+00:00', foreign_key_checks = 1, unique_checks = 1, autocommit = 1`,
    // All rows are read, however many, and names are quoted.
    `sql_select_limit = 18446744073709551615, sql_big_selects = 1, sql_safe_updates = 0, sql_quote_show_create = 1, wait_timeout = ${Math.max(idleSeconds, wait)}`,
    ...flavour.sessionSettings,
    // The server counts in seconds, and waits for a year by itself.
    `lock_wait_timeout = ${seconds}`,
  ];
  return [`SET ${all.join(', ')}`, ...(access === 'read' ? ['SET SESSION TRANSACTION READ ONLY'] : [])];
}

async function databaseInGrants(session: MysqlSession, flavour: Flavour): Promise<string> {
  const [row] = await session.send<{ readonly name: string }>(
    { text: `SELECT ${flavour.databaseInGrants} AS 'name'` },
    { op: 'execute' },
  );
  return row?.name ?? '';
}

/** Where copies are handed over, plans say so, and run nowhere else. */
function featuresOf({ copyWith }: MysqlOptions, { folds }: Facts): ReadonlySet<string> {
  return new Set([...(copyWith ? [handsOverTo(copyWith.name)] : []), ...(Number(folds) > 0 ? [foldsNames] : [])]);
}

/** A server that nobody works with is told before anything of it is read. */
function requireSupported(version: string, flavour: Flavour, options: MysqlOptions): void {
  const why = whyUnsupported(version, flavour);
  if (!why) return;
  throw new SyncError({
    code: 'CONNECTION_FAILED',
    op: 'connect',
    message: `${labelOf(options)}: ${why.message}`,
    hint: why.hint,
    details: { reason: 'host' },
  });
}
