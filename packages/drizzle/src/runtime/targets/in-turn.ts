import type { Connection, ConnectRequest } from '@sync/core';
import { migratorError } from '../errors.js';
import { type Patience, patiently } from '../patience.js';

/** Who works over a client that all share, and comes last. */
const turns = new WeakMap<object, Promise<void>>();

/**
 * Connects over a client once nobody else does: one session of the engine has one transaction at a time, and whoever asked in the middle of another's would see what may yet be
 * rolled back.
 */
export async function openInTurn(
  client: object,
  open: (request: ConnectRequest) => Promise<Connection>,
  request: ConnectRequest,
  patience: Patience,
): Promise<Connection> {
  const before = turns.get(client) ?? Promise.resolve();
  let leave = () => {};
  const turn = new Promise<void>((settle) => {
    leave = settle;
  });
  turns.set(client, turn);
  try {
    await patiently(before, patience, late);
  } catch (error) {
    // Whoever stands behind still waits for those who came before.
    before.then(leave);
    throw error;
  }
  try {
    return leaving(await open(request), leave);
  } catch (error) {
    leave();
    throw error;
  }
}

/** Resolves once nobody works over a client. */
export async function whenFree(client: object, patience: Patience): Promise<void> {
  const turn = turns.get(client);
  if (turn) await patiently(turn, patience, late);
}

function late(waitMs: number) {
  return migratorError(
    'LOCK_TIMEOUT',
    `somebody else was at work over the same client for longer than ${waitMs} ms`,
    'Wait for the other call to finish, or longer: { lockTimeout }.',
  );
}

function leaving(connection: Connection, leave: () => void): Connection {
  return new Proxy(connection, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (name === Symbol.asyncDispose) return () => Promise.resolve(target[Symbol.asyncDispose]()).finally(leave);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
