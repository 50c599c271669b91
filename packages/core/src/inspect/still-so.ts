import type { Connection } from '../contract/connection.js';

type Watched = Pick<Connection, 'recurring' | 'fingerprint' | 'schemaToken'>;

/** What a database told of itself before it was read. */
export interface ToldBefore {
  readonly fingerprint?: string | undefined;
  /** The token of its schema, where a state that comes again is told alike. */
  readonly schemaToken?: string | undefined;
}

/** What is to be the same after reading as it is now. */
export async function toldBefore(connection: Watched, fingerprint: string | undefined): Promise<ToldBefore> {
  return { fingerprint, schemaToken: connection.recurring && (await connection.schemaToken?.()) };
}

/**
 * Whether what was read is what had this fingerprint before: where a state that comes again is told alike, another one may have been there in between. The token of a schema
 * tells that from none having been; where the engine has none, a change that was taken back while it was read is not seen.
 */
export async function isStillSo(connection: Watched, before: ToldBefore, signal?: AbortSignal): Promise<boolean> {
  if (!connection.recurring) return true;
  if (before.fingerprint === undefined || (await connection.fingerprint?.(signal)) !== before.fingerprint) return false;
  return (await connection.schemaToken?.()) === before.schemaToken;
}
