import { asSyncError } from '../errors.js';
import type { AuditEntry, AuditSink } from './journal-format.js';
import type { RunOptions } from './report.js';

/** The audit trail of one run. One that cannot be written any more is no reason to call a run failed that did what it was to do; it is said once. */
export class Trail {
  private hasEnded = false;

  constructor(
    private readonly sink: AuditSink | undefined,
    private readonly onEvent: RunOptions['onEvent'],
  ) {}

  async write(entry: AuditEntry): Promise<void> {
    try {
      await this.sink?.write(entry);
    } catch (thrown) {
      if (this.hasEnded) return;
      this.hasEnded = true;
      const { message } = asSyncError(thrown, 'audit');
      this.onEvent?.({ type: 'warning', message: `${message}; the run goes on without its audit trail` });
    }
  }
}
