import { type ErrorCode, SyncError } from '@sync/core';

/** An error of the migrator, with the plugin that it is about. */
export function migratorError(
  code: ErrorCode,
  message: string,
  hint: string,
  { plugin, cause, ...details }: { readonly plugin?: string; readonly cause?: unknown } & Record<string, unknown> = {},
): SyncError {
  return new SyncError({
    code,
    op: 'migrate',
    message: plugin === undefined ? message : `${plugin}: ${message}`,
    hint,
    details: { ...(plugin !== undefined && { plugin }), ...details },
    ...(cause !== undefined && { cause }),
  });
}
