import type { Redactor } from '../../config/redact.js';
import { redactedJson } from '../../config/redact-json.js';
import type { SyncError } from '../../errors.js';

/** An error as it is noted for later: for programs, and without a secret. */
export function keptError(error: SyncError, redactor: Redactor): Readonly<Record<string, unknown>> {
  return JSON.parse(redactedJson(error.toJSON(), redactor.redact)) as Readonly<Record<string, unknown>>;
}
