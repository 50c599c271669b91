import type { Connection } from '../contract/connection.js';

/** Whether what was read is what had this fingerprint before: where a state that comes again is told alike, another one may have been there in between. */
export async function isStillSo(
  connection: Pick<Connection, 'recurring' | 'fingerprint'>,
  fingerprint: string | undefined,
  signal?: AbortSignal,
): Promise<boolean> {
  if (!connection.recurring) return true;
  return fingerprint !== undefined && (await connection.fingerprint?.(signal)) === fingerprint;
}
