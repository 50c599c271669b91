import type { Connection, ConnectRequest } from '@sync/core';

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
): Promise<Connection> {
  const before = turns.get(client);
  let leave = () => {};
  const turn = new Promise<void>((settle) => {
    leave = settle;
  });
  turns.set(client, turn);
  await before;
  try {
    return leaving(await open(request), leave);
  } catch (error) {
    leave();
    throw error;
  }
}

/** Resolves once nobody works over a client. */
export async function whenFree(client: object): Promise<void> {
  await turns.get(client);
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
