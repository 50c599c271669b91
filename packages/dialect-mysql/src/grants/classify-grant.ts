import type { Lexis, Refused, StatementClass } from '@sync/core';
import type { Privileges } from './privileges.js';
import { readGrant, Unreadable } from './read-grant.js';

/** What a GRANT or a REVOKE in a file comes to: privileges within the database are part of it, the rest is the server's. */
export function classifyGrant(
  words: readonly string[],
  text: string | undefined,
  { lexis, privileges }: { readonly lexis: Lexis; readonly privileges: Privileges },
): StatementClass | Refused | undefined {
  if ((words[0] !== 'GRANT' && words[0] !== 'REVOKE') || text === undefined) return undefined;
  const read = readGrant(text, lexis, privileges);
  if (read === undefined) return undefined;
  return read instanceof Unreadable
    ? {
        refused: `a desired state grants what is of its own database, and ${read.why}`,
        hint: 'Write `GRANT … ON name TO account`, or `ON *` for the database at hand; accounts, roles and rights beyond it are the server’s.',
      }
    : 'schema';
}
