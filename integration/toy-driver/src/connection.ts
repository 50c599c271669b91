import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Connection,
  type ConnectRequest,
  type ExecuteOptions,
  type Lock,
  type LockOptions,
  type Statement,
  SyncError,
  throwIfAborted,
} from '@sync/core';
import { interpret, type Rows } from './interpret.js';
import type { ToyOptions } from './options.js';
import { createWorld, type Database, databaseOf, type World } from './world.js';

const server = { product: 'Toy', version: [1, 0], features: new Set<string>() } as const;

/** Opens a database of the world. */
export async function connectToy(
  { name, create }: ToyOptions,
  { signal, missing = create ? 'make' : 'refuse' }: ConnectRequest,
  world: World,
): Promise<Connection> {
  throwIfAborted(signal, 'connect');
  if (create && missing === 'stand-in' && !world.has(name)) {
    return new ToyConnection(name, databaseOf(createWorld(), name), true);
  }
  if (!world.has(name) && (!create || missing !== 'make')) {
    throw new SyncError({
      code: 'CONNECTION_FAILED',
      op: 'connect',
      message: `there is no toy database ${name}`,
      hint: 'Correct the name, or leave out create: false to have it made.',
    });
  }
  return new ToyConnection(name, databaseOf(world, name));
}

class ToyConnection implements Connection {
  readonly server = server;
  private readonly held = new Set<() => void>();
  private closed = false;
  readonly missing?: true;

  constructor(
    readonly database: string,
    private readonly content: Database,
    missing = false,
  ) {
    if (missing) this.missing = true;
  }

  async query<R>(statement: Statement): Promise<readonly R[]> {
    return this.interpret(statement) as readonly R[];
  }

  async execute(statement: Statement, { signal }: ExecuteOptions = {}): Promise<void> {
    throwIfAborted(signal, 'execute');
    this.interpret(statement);
  }

  async lock(name: string, { waitMs = 10_000, signal }: LockOptions = {}): Promise<Lock> {
    const { locks } = this.content;
    const until = performance.now() + waitMs;
    while (locks.has(name)) {
      throwIfAborted(signal, 'lock');
      if (performance.now() >= until) throw timedOut(name, waitMs);
      await sleep(5);
    }
    throwIfAborted(signal, 'lock');
    const holder = Symbol(name);
    locks.set(name, holder);
    const release = () => {
      if (locks.get(name) === holder) locks.delete(name);
      this.held.delete(release);
    };
    this.held.add(release);
    return { lost: new AbortController().signal, [Symbol.asyncDispose]: async () => release() };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.closed = true;
    for (const release of [...this.held]) release();
  }

  private interpret(statement: Statement): Rows {
    if (this.closed) {
      throw new SyncError({
        code: 'CONNECTION_LOST',
        op: 'query',
        message: 'the connection is closed',
        hint: 'Open another one.',
      });
    }
    try {
      return interpret(statement, this.content);
    } catch (cause) {
      const message = cause instanceof Error ? cause.message : String(cause);
      throw new SyncError({ code: 'STATEMENT_FAILED', op: 'execute', message, cause });
    }
  }
}

function timedOut(name: string, waitMs: number): SyncError {
  return new SyncError({
    code: 'LOCK_TIMEOUT',
    op: 'lock',
    message: `somebody else held the lock ${name} for ${waitMs} ms`,
    hint: 'Wait for the other run to end.',
  });
}
