import { SyncError } from '@sync/core';

/** The error for a program that is there and cannot be read as a schema. */
export function programInvalid(at: string, message: string, hint: string, cause?: unknown): SyncError {
  return new SyncError({
    code: 'SOURCE_INVALID',
    op: 'source.compile',
    message: `${at}: ${message}`,
    hint,
    details: { at },
    ...(cause !== undefined && { cause }),
  });
}
