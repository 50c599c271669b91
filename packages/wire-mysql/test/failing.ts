import { isSyncError, type SyncError } from '@sync/core';

/** The error that some work ends with. */
export function failing(work: () => unknown): SyncError {
  try {
    work();
  } catch (error) {
    if (isSyncError(error)) return error;
    throw error;
  }
  throw new TypeError('it did not fail');
}
