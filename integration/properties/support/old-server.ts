import type { Connection, Driver } from '@sync/core';
import { sqliteFeatures } from '@sync/dialect-sqlite';
import driver from '@sync/driver-sqlite';

/** The driver, told that SQLite is of another version: plans are then made of what that version can do, and whatever it can do a later one can. */
export function asOld(version: readonly number[]): Driver {
  const pretend = (connection: Connection): Connection => {
    const server = { ...connection.server, version, features: sqliteFeatures(version) };
    return new Proxy(connection, {
      get(target, name) {
        if (name === 'server') return server;
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  };
  const usual = driver as Driver;
  return {
    ...usual,
    connect: async (options, request) => pretend(await usual.connect(options, request)),
    ...(usual.scratch && {
      scratch: async (near, signal) => pretend(await (usual.scratch as NonNullable<Driver['scratch']>)(near, signal)),
    }),
  };
}
