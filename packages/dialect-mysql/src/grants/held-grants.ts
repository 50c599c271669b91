import type { Session } from '@sync/core';
import type { Rows } from '../read/rows.js';

/** A session of a scratch database, in which privileges are held and not granted. */
export interface HoldingSession extends Session {
  heldGrants(): readonly Rows['grants'][] | undefined;
}

/** What is held instead of being granted; undefined where the server itself is to be asked. */
export function heldGrants(session: Session): readonly Rows['grants'][] | undefined {
  return 'heldGrants' in session ? (session as HoldingSession).heldGrants() : undefined;
}
