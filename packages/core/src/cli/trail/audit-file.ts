import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Redactor } from '../../config/redact.js';
import { redactedJson } from '../../config/redact-json.js';
import { SyncError } from '../../errors.js';
import type { AuditEntry, AuditSink, CiJob } from '../../run/journal-format.js';
import { makeFolder } from '../../snapshot/make-folder.js';
import { Ends } from './chain.js';

/** How much of the end of a file is read to begin with: more than processes could have written at the same moment. */
const tailBytes = 1 << 20;

/**
 * An audit trail as a file of JSON lines, each appended in one write. Each says the hashes of those before it that no other says, so that what is changed, taken
 * away or put in shows (`audit verify`), and in which CI job it was written, if any. Any number of processes may write it, without a lock.
 */
export function auditFile(file: string, redactor: Redactor, ci?: CiJob): AuditSink {
  const trail = new TrailFile(file);
  let last: Promise<void> = Promise.resolve();
  return {
    async ready() {
      await makeFolder(dirname(file)).catch(refuse(file));
      await trail.touch().catch(refuse(file));
    },
    write(entry) {
      const written = last.then(() => trail.append({ ...entry, ...(ci && { ci }) }, redactor));
      last = written.catch(() => undefined);
      return written.catch(refuse(file));
    },
  };
}

class TrailFile {
  private ends = new Ends();
  private readUpTo = 0;
  /** Which file it was: trails are moved away when they have grown, and begun anew. */
  private inode: number | undefined;
  private endsInLine = false;

  constructor(private readonly file: string) {}

  async touch(): Promise<void> {
    await (await this.open()).close();
  }

  async append(entry: AuditEntry & { readonly ci?: CiJob }, redactor: Redactor): Promise<void> {
    const handle = await this.open();
    try {
      await this.catchUp(handle);
      const told: object = JSON.parse(redactedJson(entry, redactor.redact));
      // What a process left behind that died while it wrote is a line of its own.
      await handle.appendFile(`${this.endsInLine ? '\n' : ''}${this.ends.next(told)}\n`);
    } finally {
      await handle.close();
    }
  }

  private open(): Promise<FileHandle> {
    return open(this.file, 'a+', 0o600);
  }

  /** Reads what came since; of a file that was not read yet, or is another one by now, its end. */
  private async catchUp(handle: FileHandle): Promise<void> {
    const { size, ino } = await handle.stat();
    const isNew = ino !== this.inode || size < this.readUpTo;
    if (isNew) [this.ends, this.inode] = [new Ends(), ino];
    let from = isNew ? Math.max(0, size - tailBytes) : this.readUpTo;
    let buffer = await readFrom(handle, from, size);
    const whole = () => (isNew && from > 0 ? buffer.indexOf(0x0a) + 1 : 0);
    const end = () => buffer.lastIndexOf(0x0a) + 1;
    // One line may be longer than that.
    while (from > 0 && isNew && whole() === end()) {
      from = Math.max(0, from - 2 * buffer.length);
      buffer = await readFrom(handle, from, size);
    }
    for (const line of buffer.toString('utf8', whole(), end()).split('\n')) if (line !== '') this.ends.add(line);
    this.readUpTo = from + end();
    this.endsInLine = end() < buffer.length;
  }
}

async function readFrom(handle: FileHandle, from: number, to: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(to - from), position: from });
  return buffer.subarray(0, bytesRead);
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
