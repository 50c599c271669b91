import { SyncError } from '../errors.js';

const op = 'source.compile';

/** The error for a source that is there and cannot be read as a schema. */
export function sourceInvalid(
  at: string,
  message: string,
  more: { readonly hint?: string; readonly cause?: unknown; readonly details?: Readonly<Record<string, unknown>> } = {},
): SyncError {
  return new SyncError({ code: 'SOURCE_INVALID', op, message: `${at}: ${message}`, ...more });
}

/** The error for a source that is not there. */
export function sourceNotFound(message: string, hint: string, cause?: unknown): SyncError {
  return new SyncError({ code: 'SOURCE_NOT_FOUND', op, message, hint, ...(cause !== undefined && { cause }) });
}
