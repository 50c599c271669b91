import { SyncError } from '@sync/core';

/** An error of what the user gave. */
export function invalid(message: string, hint: string, setting?: string): SyncError {
  return new SyncError({
    code: 'CONFIG_INVALID',
    op: 'options',
    message,
    hint,
    ...(setting !== undefined && { details: { setting } }),
  });
}
