import type { ExecuteOptions, Session } from '../contract/connection.js';
import type { Statement } from '../contract/statement.js';

/** A session whose statements are cancelled once somebody has stopped what they are for, though the kinds that ask know nothing of that. */
export function listening(session: Session, signal: AbortSignal | undefined): Session {
  if (!signal) return session;
  return new Proxy(session, {
    get(target, key) {
      if (key === 'signal') return signal;
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value !== 'function') return value;
      if (key !== 'query' && key !== 'execute') return value.bind(target);
      return (statement: Statement, options?: ExecuteOptions) => value.call(target, statement, { signal, ...options });
    },
  });
}
