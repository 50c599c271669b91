import type { SessionAttributes } from '../options.js';

/** What a session says of the server that it is on. */
export interface SessionFacts {
  readonly standby: boolean;
  readonly readOnly: boolean;
}

/** Whether a server is one that was asked for. https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNECT-TARGET-SESSION-ATTRS */
export function fits(wanted: SessionAttributes, { standby, readOnly }: SessionFacts): boolean {
  switch (wanted) {
    case 'any':
    case 'prefer-standby':
      return true;
    case 'read-write':
      return !standby && !readOnly;
    case 'read-only':
      return standby || readOnly;
    case 'primary':
      return !standby;
    case 'standby':
      return standby;
    default: {
      const never: never = wanted;
      throw new TypeError(`unknown: ${never}`);
    }
  }
}
