import {
  byCodeUnit,
  type Connection,
  type ConnectionInput,
  createEngine,
  type Driver,
  type Engine,
  type Lock,
  type RunEvent,
  type TenantContext,
  tenantContext,
  throwIfAborted,
} from '@sync/core';
import { Books } from './books.js';
import { claiming } from './claiming.js';
import { lent } from './lent.js';
import type { CallOptions } from './options.js';
import type { Claim } from './ownership.js';
import type { Patience } from './patience.js';
import { type DeclaredProgram, programReader } from './program-reader.js';
import type { Target } from './target.js';

/** How long to wait for others who migrate, unless somebody says otherwise. */
const usualWaitMs = 60_000;

/** One call at work: a connection, the lock of the plugin where it may write, and an engine that works over both. */
export interface Session extends AsyncDisposable {
  readonly connection: Connection;
  readonly driver: Driver;
  /** Works over the same connection: what is declared is its source, and what is not claimed is left alone. */
  engine(about?: { readonly program?: DeclaredProgram; readonly claim?: Claim }): Engine;
  readonly tenant: TenantContext;
  readonly books: Books;
  /** Aborted as the caller's, and where the lock is lost. */
  readonly signal: AbortSignal | undefined;
  readonly waitMs: number;
  readonly log: (line: string) => void;
  readonly onEvent: (event: RunEvent) => void;
}

/** What a session is opened for. */
export interface SessionRequest {
  readonly plugin: string;
  /** Those whose tables it takes over: nobody else may be at work on them either. */
  readonly beside?: readonly string[];
  /** Whether anything may be written. */
  readonly writes: boolean;
  readonly scratch?: ConnectionInput;
}

/** Connects, and takes the lock of a plugin: one session of the server has both, so that neither is there without the other. */
export async function openSession(target: Target, request: SessionRequest, options: CallOptions): Promise<Session> {
  const { driver } = target;
  const { plugin, writes } = request;
  const waitMs = options.lockTimeout ?? usualWaitMs;
  const log = logOf(options);
  const connection = await target.open(
    { access: writes ? 'write' : 'read', waitMs, ...(options.signal && { signal: options.signal }) },
    patienceOf(options),
  );
  const books = new Books(driver.name, driver.dialect, connection.scope?.[0]);
  const locks: Lock[] = [];
  const release = async () => {
    try {
      for (const lock of locks.reverse()) await lock[Symbol.asyncDispose]();
    } finally {
      // A connection that stayed open would keep the locks that were not given back, and its turn with the client.
      await connection[Symbol.asyncDispose]();
    }
  };
  try {
    throwIfAborted(options.signal, 'migrate');
    const asked = { waitMs, ...(options.signal && { signal: options.signal }) };
    if (writes) {
      log(`${plugin}: waiting for the lock`);
      // In one order, so that two who take from each other do not wait for each other.
      for (const each of [...new Set([plugin, ...(request.beside ?? [])])].sort(byCodeUnit))
        locks.push(await connection.lock(lockOf(each), asked));
      await books.make(connection, asked);
    }
  } catch (error) {
    await release();
    throw error;
  }
  const signals = [options.signal, ...locks.map(({ lost }) => lost)].filter((signal) => signal !== undefined);
  return {
    connection,
    driver,
    books,
    waitMs,
    log,
    tenant: tenantContext({ id: tenantOf(plugin, options), target: target.input }),
    engine: ({ program, claim } = {}) =>
      createEngine({
        driver: { ...driver, connect: () => Promise.resolve(lent(connection)) },
        ...(program && { readers: [programReader(program)] }),
        ...(claim && { inspector: claiming(claim) }),
        ...(request.scratch && { scratch: request.scratch }),
      }),
    signal: signals.length > 0 ? AbortSignal.any(signals) : undefined,
    onEvent: (event) => tell(event, plugin, log),
    [Symbol.asyncDispose]: release,
  };
}

/** How long to wait for a turn with a client that is shared: those before are of this program and come to an end, so that nothing but what is said makes it give up. */
export function patienceOf({ signal, lockTimeout }: CallOptions): Patience {
  return { ...(signal && { signal }), ...(lockTimeout !== undefined && { waitMs: lockTimeout }) };
}

/** Whose tenant it is called for makes no difference: a lock is of one database already, and two names of it would let two at the same tables. */
function lockOf(plugin: string): string {
  return `drizzle ${plugin}`;
}

/** Runs of one plugin are told apart from those of others in the journal: each is a tenant to it. */
function tenantOf(plugin: string, { tenant }: CallOptions): string {
  const name = plugin
    .replace(/^@/, '')
    .replace(/[^\p{L}\p{N}_.@:+-]+/gu, ':')
    .replace(/\.{2,}/g, '.');
  const id = `${tenant === undefined ? '' : `${tenant}:`}${name}`.slice(0, 128);
  return id.replace(/^[^\p{L}\p{N}_]+|[^\p{L}\p{N}_]+$/gu, '') || '_';
}

function logOf({ logger, verbose }: CallOptions): (line: string) => void {
  if (logger) return logger;
  return verbose ? (line) => console.error(line) : () => {};
}

function tell(event: RunEvent, plugin: string, log: (line: string) => void): void {
  if (event.type === 'step') log(`${plugin}: ${event.number}/${event.steps} ${event.summary}`);
  if (event.type === 'warning') log(`${plugin}: ${event.message}`);
}

/** What every operation is told of whoever waits for it. */
export function watched({ signal, onEvent, waitMs }: Session) {
  return { lockWaitMs: waitMs, onEvent, directory: process.cwd(), ...(signal && { signal }) };
}
