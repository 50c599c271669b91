import { SyncError } from '../errors.js';
import { counted } from '../model/counted.js';

/** How far a run came. */
export interface Progress {
  readonly run: string;
  readonly steps: { readonly done: number; readonly total: number };
  /** Statements that committed by themselves and belong to no finished step. */
  readonly loose: number;
}

/** Whether nothing of a run held. */
export function isUnchanged({ steps, loose }: Progress): boolean {
  return steps.done === 0 && loose === 0;
}

/** Every failure says how much of the plan held, and how to go on where something did. */
export function withProgress(error: SyncError, code: SyncError['code'], progress: Progress): SyncError {
  const hint = [error.hint, ...(isUnchanged(progress) || progress.steps.done === progress.steps.total ? [] : [goOn])]
    .filter((text) => text !== undefined)
    .join(' ');
  return new SyncError({
    code,
    op: error.op,
    message: `${error.message}${error.message.includes('\n') ? '\n  ' : ' '}(${heldText(error, progress)})`,
    cause: code === error.code ? error.cause : error,
    ...(hint !== '' && { hint }),
    ...(error.tenant !== undefined && { tenant: error.tenant }),
    ...(error.step !== undefined && { step: error.step }),
    details: { ...error.details, failure: error.code, run: progress.run, steps: progress.steps },
  });
}

const goOn =
  'What held stays: go on from there with sync, with apply of the same plan, or with a new plan; go back with schema-sync down last.';

function heldText(error: SyncError, progress: Progress): string {
  const { steps, loose } = progress;
  const all = counted(steps.total, 'step');
  if (error.code === 'CONNECTION_LOST') {
    return `${steps.done} of ${all} held for certain; the one that ran may have held too`;
  }
  if (isUnchanged(progress)) return 'nothing was changed';
  return `${steps.done} of ${all} held${loose > 0 ? `, and ${counted(loose, 'statement')} of the next` : ''}`;
}
