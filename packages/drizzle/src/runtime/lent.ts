import type { Connection } from '@sync/core';

/** A connection for somebody who closes it when done: it stays open, so that a lock and what is done under it share one session. */
export function lent(connection: Connection): Connection {
  return new Proxy(connection, {
    get(target, name) {
      if (name === Symbol.asyncDispose) return () => Promise.resolve();
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
