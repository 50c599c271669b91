import { appendFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Redactor } from '../config/redact.js';
import { redactedJson } from '../config/redact-json.js';
import { SyncError } from '../errors.js';
import type { AuditSink } from '../run/journal-format.js';
import { makeFolder } from '../snapshot/make-folder.js';

/** An audit trail as a file of JSON lines, each appended in one write. */
export function auditFile(file: string, redactor: Redactor): AuditSink {
  const append = (text: string) => appendFile(file, text, { mode: 0o600 }).catch(refuse(file));
  return {
    async ready() {
      await makeFolder(dirname(file)).catch(refuse(file));
      await append('');
    },
    write: (entry) => append(`${redactedJson(entry, redactor.redact)}\n`),
  };
}

function refuse(file: string) {
  return (cause: unknown): never => {
    throw new SyncError({
      code: 'IO',
      op: 'audit',
      message: `the audit trail ${file} cannot be written: ${cause instanceof Error ? cause.message : String(cause)}`,
      cause,
      hint: 'Check audit.file in the config, and that this user may write there.',
    });
  };
}
