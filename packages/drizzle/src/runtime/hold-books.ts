import type { Lock } from '@sync/core';
import type { PluginRecord } from './book-format.js';
import type { Session } from './session.js';

/** The books, held by one call from its first look at them on. */
export interface HeldBooks extends AsyncDisposable {
  /** Has others wait who would note something, and looks at what they noted until then. */
  hold(): Promise<void>;
}

/** Another plugin may make what is to be this one's, under a lock of its own: what it noted meanwhile is looked at once nobody can note any more. */
export function booksToHold(session: Session, look: (records: readonly PluginRecord[]) => void): HeldBooks {
  const { books, connection } = session;
  let lock: Lock | undefined;
  return {
    async hold() {
      if (lock) return;
      lock = await books.lock(connection, session);
      look(await books.records(connection));
    },
    [Symbol.asyncDispose]: async () => lock?.[Symbol.asyncDispose](),
  };
}
