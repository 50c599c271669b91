import { appendFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Redactor } from '../config/redact.js';
import { redactedJson } from '../config/redact-json.js';
import { SyncError } from '../errors.js';
import type { AuditSink } from '../run/journal-format.js';

/** An audit trail as a file of JSON lines, each appended in one write. */
export function auditFile(file: string, redactor: Redactor): AuditSink {
  return {
    async write(entry) {
      try {
        await mkdir(dirname(file), { recursive: true });
        await appendFile(file, `${redactedJson(entry, redactor.redact)}\n`, { mode: 0o600 });
      } catch (cause) {
        throw new SyncError({
          code: 'IO',
          op: 'audit',
          message: `the audit trail ${file} cannot be written`,
          cause,
          hint: 'Check audit.file in the config, and that the folder is writable.',
        });
      }
    },
  };
}
