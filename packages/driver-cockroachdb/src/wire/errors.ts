import { isSyncError, SyncError } from '@sync/core';
import { labelOf, type PostgresOptions, toSyncError } from '@sync/wire-postgres';

/** What a failure to connect means, where CockroachDB words it in its own way. */
export function connectionError(error: unknown, options: PostgresOptions): SyncError {
  const known = toSyncError(error, { op: 'connect', label: labelOf(options) });
  // https://www.cockroachlabs.com/docs/stable/common-errors#node-is-running-secure-mode-ssl-connection-required
  const isSecure = /secure mode, SSL connection required/.test(known.message);
  if (isSecure) {
    return told(
      known,
      'tls',
      'The server speaks TLS alone: say sslmode=verify-full, with sslrootcert where its certificate is not a public one’s.',
    );
  }
  const native = known.details?.native;
  if (native === '28P01' || native === '28000') {
    return told(
      known,
      'credentials',
      'Check the user, and the password or the client certificate: the URL, PGPASSWORD, .pgpass, sslcert and sslkey. SHOW USERS lists who there is.',
    );
  }
  return known;
}

function told(error: SyncError, reason: 'tls' | 'credentials', hint: string): SyncError {
  return new SyncError({
    code: 'CONNECTION_FAILED',
    op: 'connect',
    message: error.message,
    hint,
    cause: error.cause,
    details: { ...error.details, reason },
  });
}

/** Whether the server asks for the same to be tried again: nothing of it was kept. https://www.cockroachlabs.com/docs/stable/transaction-retry-error-reference */
export function asksForRetry(error: unknown): boolean {
  return isSyncError(error) && error.details?.native === '40001';
}
