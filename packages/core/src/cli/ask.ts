import type { Readable } from 'node:stream';
import type { RenameHint } from '../contract/change.js';
import type { RenameSuspect } from '../diff/difference.js';
import { SyncError, throwIfAborted } from '../errors.js';
import type { Invocation } from './command.js';
import { visible } from './visible.js';

/** Asks one question on the terminal; undefined where the input ended. */
async function ask({ world, terminal, stopwatch, signal }: Invocation, question: string): Promise<string | undefined> {
  terminal.ask(question);
  world.onQuestion?.(true);
  const answer = await stopwatch.without(() => readLine(world.input, signal)).finally(() => world.onQuestion?.(false));
  if (answer === undefined) terminal.ask('\n');
  throwIfAborted(signal, 'cli');
  return answer?.trim();
}

/** Reads to the end of a line and leaves what follows for the next question. */
function readLine(input: Readable, signal: AbortSignal): Promise<string | undefined> {
  return new Promise((settle) => {
    let text = '';
    const finish = (line: string | undefined) => {
      input.off('data', take).off('end', end).pause();
      signal.removeEventListener('abort', end);
      settle(line);
    };
    const end = () => finish(undefined);
    const take = (chunk: Buffer | string) => {
      text += String(chunk);
      const at = text.indexOf('\n');
      if (at < 0) return;
      finish(text.slice(0, at));
      if (at < text.length - 1) input.unshift(text.slice(at + 1));
    };
    if (signal.aborted || input.readableEnded || input.destroyed) return end();
    signal.addEventListener('abort', end, { once: true });
    input.on('data', take).on('end', end).resume();
  });
}

/** Asks until the answer is one; where the input ended, it is no. */
async function askYesNo(invocation: Invocation, question: string): Promise<boolean> {
  for (;;) {
    const answer = await ask(invocation, `${question} [y/N] `);
    if (answer === undefined || /^(?:n|no)?$/i.test(answer)) return false;
    if (/^(?:y|yes)$/i.test(answer)) return true;
    invocation.terminal.warn(`${visible(answer)} is neither yes nor no.`);
  }
}

/** What a write needs before it begins. */
export interface Confirmation {
  readonly yes: boolean;
  /** What is about to happen: `Apply this plan to ENGINE:./app.db`. */
  readonly question: string;
  /** What somebody does who cannot be asked; by default, look at the plan first. */
  readonly hint?: string;
  /** To be typed out in place of a yes. */
  readonly name?: string;
}

/** Asks before a write. Where nobody can be asked and nobody said yes beforehand, the write is refused. */
export async function confirm(invocation: Invocation, confirmation: Confirmation): Promise<void> {
  if (confirmation.yes) return;
  const { terminal } = invocation;
  if (!terminal.interactive) {
    throw new SyncError({
      code: 'CONFIRMATION_NEEDED',
      op: invocation.command,
      message: 'nobody can be asked here, since this is not a terminal, and --yes was not given',
      hint: confirmation.hint ?? 'Add --yes once the plan has been looked at: schema-sync plan shows it.',
    });
  }
  const { name } = confirmation;
  const { errorPaint: paint } = terminal;
  const question = paint.bold(`${visible(confirmation.question)}?`);
  const agreed =
    name === undefined
      ? await askYesNo(invocation, question)
      : (await ask(invocation, `${question} Type ${paint.bold(visible(name))} to go on: `)) === name;
  if (agreed) return;
  throw new SyncError({
    code: 'CONFIRMATION_NEEDED',
    op: invocation.command,
    message: 'not confirmed; nothing was changed',
  });
}

/** What somebody said to what looks like renames. */
export interface RenameAnswers {
  readonly hints: readonly RenameHint[];
  readonly denied: readonly RenameSuspect[];
}

/** Asks about everything that looks like a rename. What is confirmed becomes a hint; the rest stays a drop and an add. */
export async function askRenames(invocation: Invocation, suspects: readonly RenameSuspect[]): Promise<RenameAnswers> {
  const { errorPaint: paint } = invocation.terminal;
  const hints: RenameHint[] = [];
  const denied: RenameSuspect[] = [];
  for (const suspect of suspects) {
    const { from, to } = suspect;
    const [old, renamed] = [from, to].map((parts) => paint.bold(visible(parts.join('.'))));
    const renames = await askYesNo(invocation, `${paint.yellow('?')} Was ${old} renamed to ${renamed}?`);
    if (renames) hints.push({ at: 'your answer', from, to });
    else denied.push(suspect);
  }
  return { hints, denied };
}
