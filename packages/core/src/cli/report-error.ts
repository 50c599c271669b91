import type { Redactor } from '../config/redact.js';
import { redactedJson } from '../config/redact-json.js';
import { isSyncError, type SyncError } from '../errors.js';
import { defaultTenantId } from '../tenant/context.js';
import type { Paint } from './paint.js';
import { visibleText } from './visible.js';

/** An error as people read it: code and message, where it happened, what caused it, and what to do. */
export function errorText(error: SyncError, paint: Paint, verbose: boolean): string {
  const where = [
    ...(error.tenant !== undefined && error.tenant !== defaultTenantId ? [`tenant ${error.tenant}`] : []),
    ...(error.step !== undefined ? [`step ${error.step}`] : []),
  ];
  const lines = [
    `${paint.bold(paint.red(`error[${error.code}]`))} ${clean(error.message)}`,
    ...(where.length > 0 ? [`  ${paint.dim('at:')} ${clean(where.join(', '))}`] : []),
    ...factsOf(error).map(([name, text]) => `  ${paint.dim(`${name}:`)} ${clean(text)}`),
    ...causesOf(error).map((cause) => `  ${paint.dim('cause:')} ${clean(cause)}`),
    ...(error.hint !== undefined ? [`  ${paint.cyan('hint:')} ${clean(error.hint)}`] : []),
    ...(verbose ? [paint.dim(clean(stackOf(error)))] : []),
  ];
  return lines.join('\n');
}

/** What a run would be refused for, as a command tells it that only shows and ends well. */
export function refusalText({ message, hint }: SyncError, paint: Paint): string {
  const lines = [`${paint.yellow('warning')} ${clean(message)}`];
  return [...lines, ...(hint === undefined ? [] : [`  ${paint.cyan('hint:')} ${clean(hint)}`])].join('\n');
}

/** An error as programs read it. */
export function errorDocument(error: SyncError, command: string, redactor: Redactor): unknown {
  const document = { format: 1, command, error: { ...error.toJSON(), exitCode: error.exitCode } };
  return JSON.parse(redactedJson(document, redactor.redact));
}

/** What a step was at when it failed, and what the server said of it beside its message. */
function factsOf({ step, details = {} }: SyncError): readonly (readonly [string, string])[] {
  if (step === undefined) return [];
  return (['statement', 'detail'] as const).flatMap((name) => {
    const text = details[name];
    return typeof text === 'string' ? [[name, shortened(text)] as const] : [];
  });
}

/** Some statements fill pages; JSON has all of it. */
function shortened(text: string): string {
  const lines = text.split('\n');
  return lines.length > shownLines ? [...lines.slice(0, shownLines), '…'].join('\n    ') : lines.join('\n    ');
}

const shownLines = 12;

/** The messages below the error's own, without those that it repeats. */
function causesOf(error: SyncError): readonly string[] {
  const causes: string[] = [];
  let shown = error.message;
  let cause = error.cause;
  while (cause !== undefined && causes.length < 5) {
    const message = cause instanceof Error || isSyncError(cause) ? cause.message : String(cause);
    if (message && !shown.includes(message)) causes.push(message);
    shown += message;
    cause = cause instanceof Error ? cause.cause : undefined;
  }
  return causes;
}

function stackOf(error: Error): string {
  const own = error.stack?.split('\n').slice(1).join('\n') ?? '';
  return error.cause instanceof Error ? `${own}\n  caused by ${error.cause.stack ?? error.cause.message}` : own;
}

function clean(text: string): string {
  return visibleText(text);
}
