import {
  type AtomicOptions,
  type ExecuteOptions,
  type Json,
  type Patience,
  type Statement,
  SyncError,
  throwIfAborted,
} from '@sync/core';
import { serverSetting } from '@sync/dialect-postgres';
import type { PostgresSession, SendOptions } from './session.js';

/** What a statement is asked with that has to be set on the server for it. */
export type Asked = { readonly [name in 'settings' | 'patient']?: ExecuteOptions[name] | undefined } & {
  /** A statement of a plan, which does what it would do for anybody; what only asks sees all rows or fails. */
  readonly asWritten?: boolean | undefined;
};

type Sending = { readonly [name in 'signal' | 'patient' | 'onProgress']?: ExecuteOptions[name] | undefined };

/** How statements of a run behave unless a step says otherwise. */
export class RunSettings {
  constructor(
    private readonly patience: Patience,
    private readonly statementTimeoutMs: number | undefined,
  ) {}

  /** What a step asks for comes before what holds for the whole run. */
  of({ settings = {}, patient, asWritten }: Asked): readonly (readonly [string, string])[] {
    const { statementTimeoutMs } = this;
    const ofRun = new Map([
      ['lock_timeout', String(this.patience.lockTimeoutMs)],
      ...(statementTimeoutMs === undefined ? [] : [['statement_timeout', String(statementTimeoutMs)] as const]),
      ...(asWritten ? [['row_security', 'on'] as const] : []),
    ]);
    return [...new Map([...(patient ? ofRun : []), ...serverSettings(settings)])];
  }

  /** Sets what is asked for, until the transaction ends. */
  async apply(session: PostgresSession, asked: Asked): Promise<void> {
    for (const [name, value] of this.of(asked)) await setOn(session, name, value, true);
  }

  /** How a statement is sent, and watched. */
  sending({ signal, patient, onProgress }: Sending): Omit<SendOptions, 'op'> {
    const { lockTimeoutMs } = this.patience;
    // Early enough to have looked when the server gives up.
    const holderAfterMs = patient && lockTimeoutMs > 0 ? lockTimeoutMs / 3 : undefined;
    if (holderAfterMs === undefined && !onProgress) return { signal };
    return {
      signal,
      watch: { ...(holderAfterMs !== undefined && { holderAfterMs }), ...(onProgress && { onProgress }) },
    };
  }

  /** Sends statements that belong together, within a transaction, with what they ask for. */
  async sendAll(session: PostgresSession, statements: readonly Statement[], options: AtomicOptions): Promise<void> {
    const op = 'execute';
    const { settings, patient, onStatement, signal } = options;
    await this.apply(session, { settings, patient, asWritten: true });
    const sending = { op, ...this.sending({ signal, patient }) };
    let index = 0;
    for (const run of runsOf(statements, session.pipelines ? { patient } : { most: 1 })) {
      throwIfAborted(signal, op);
      const [statement] = run;
      if (run.length === 1 && statement) {
        onStatement?.(index);
        await session.sendChecked(statement, { ...sending, index });
      } else {
        const failures = await session.sendTogether(run, { ...sending, index }, onStatement);
        // The transaction is over with the first; the others failed for that.
        const failure = failures.find((each) => each !== undefined);
        if (failure) throw failure;
      }
      index += run.length;
    }
    throwIfAborted(signal, op);
  }
}

/** How many statements are under way at once: enough that waiting for answers does not count, few enough that somebody hears how far it is. */
const together = 50;

/**
 * Neighbours that need not wait for each other's answers. What a check finds decides about whatever comes after it; what may have to wait for others is sent and
 * stopped by itself, unless it is the same once more with other values, as the rows of a journal are.
 */
function runsOf(
  statements: readonly Statement[],
  { patient = false, most = together }: { readonly patient?: boolean | undefined; readonly most?: number },
): readonly (readonly Statement[])[] {
  const runs: Statement[][] = [];
  for (const statement of statements) {
    const last = runs.at(-1);
    const before = last?.at(-1);
    const isFree = !patient || statement.text === before?.text;
    if (last && before && isFree && !before.check && !statement.check && last.length < most) last.push(statement);
    else runs.push([statement]);
  }
  return runs;
}

/** Sets something for a session, or for the transaction that it is in. */
export async function setOn(session: PostgresSession, name: string, value: string, local: boolean): Promise<void> {
  const text = 'SELECT pg_catalog.set_config($1, $2, $3)';
  await session.send({ text, params: [name, value, local] }, { op: 'execute' });
}

function serverSettings(settings: Readonly<Record<string, Json>>): readonly (readonly [string, string])[] {
  return Object.entries(settings).map(([name, value]) => {
    const known = serverSetting(name);
    if (known !== undefined && (typeof value === 'string' || typeof value === 'number')) return [known, String(value)];
    throw new SyncError({
      code: 'PLAN_CORRUPT',
      op: 'execute',
      message: `the postgres driver knows no setting ${name} = ${JSON.stringify(value)}`,
      hint: 'The plan was made by another driver, or by a newer one: make it again.',
    });
  });
}
