import { isSyncError, type SyncError } from '../../../src/errors.js';

/** The error that a piece of work ends with. */
export async function failureOf(work: () => unknown): Promise<SyncError> {
  try {
    await work();
  } catch (error) {
    if (isSyncError(error)) return error;
    throw error;
  }
  throw new Error('it was expected to fail, and did not');
}
