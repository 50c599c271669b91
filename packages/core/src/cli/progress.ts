import type { Phase } from '../contract/progress.js';
import { counted } from '../model/counted.js';
import type { RunEvent } from '../run/report.js';
import { widthOf } from './paint.js';
import { duration } from './render/titles.js';
import type { Terminal } from './terminal.js';
import { visible } from './visible.js';

const redrawMs = 80;

/**
 * Shows what is going on, event by event: on a line that is drawn over on a terminal, and that goes when anything else is said; as plain lines elsewhere; not at all
 * with --quiet.
 */
export function showProgress(terminal: Terminal, now: () => number = Date.now): (event: RunEvent) => void {
  if (terminal.quiet) return (event) => warn(event, terminal);
  return terminal.live ? liveProgress(terminal, now) : (event) => tell(event, terminal);
}

/** Warnings are said even with --quiet. */
function warn(event: RunEvent, terminal: Terminal): void {
  if (event.type === 'warning') terminal.warn(`${terminal.errorPaint.yellow('warning')} ${visible(event.message)}`);
}

function tell(event: RunEvent, terminal: Terminal): void {
  if (event.type === 'start')
    terminal.note(
      `run ${event.run.slice(0, 8)}: ${counted(event.steps, 'step')}, ${counted(event.statements, 'statement')}`,
    );
  if (event.type === 'step') terminal.note(`step ${event.number}/${event.steps}: ${visible(event.summary)}`);
  if (event.type === 'retry') terminal.note(retryText(event));
  if (event.type === 'verify') terminal.note('reading the database again');
  warn(event, terminal);
}

interface State {
  readonly summary: string;
  /** The step that runs, of all. */
  readonly step?: string;
  readonly done: number;
  /** What is counted, where the total is known. */
  readonly total?: number;
  readonly noun: string;
  /** How far the statement is that runs, or what it waits for. */
  readonly within?: string;
  /** When what is counted began. */
  readonly since: number;
}

const phaseNames: Readonly<Record<Phase, string>> = {
  compile: 'building the desired state',
  inspect: 'reading the database',
  plan: 'comparing and planning',
  prove: 'trying the plan in scratch',
  'check-data': 'looking for rows in the way',
  lock: 'waiting for the lock',
};

/** What is counted, where it is no statements. */
const nouns: Readonly<Partial<Record<Phase, string>>> = { inspect: 'object', 'check-data': 'query' };

function liveProgress(terminal: Terminal, now: () => number): (event: RunEvent) => void {
  const { errorPaint: paint } = terminal;
  let state: State = { summary: '', done: 0, noun: 'object', since: now() };
  let drawn = 0;
  let timer: NodeJS.Timeout | undefined;
  const stop = () => {
    clearInterval(timer);
    timer = undefined;
  };
  const draw = () => {
    drawn = now();
    terminal.redraw(paint.cyan(cut(lineOf(state, drawn), terminal.columns - 1)), stop);
    // Statements block a synchronous engine, so the clock cannot be relied on to redraw: events do it too.
    timer ??= setInterval(draw, 500).unref();
  };
  return (event) => {
    warn(event, terminal);
    state = follow(state, event, now);
    if (event.type === 'finish') terminal.clear();
    else if (immediate.has(event.type) || now() - drawn >= redrawMs) draw();
  };
}

/** What is worth a new line at once; the rest waits for the next. */
const immediate: ReadonlySet<RunEvent['type']> = new Set(['phase', 'step', 'verify', 'retry'] as const);

function follow(state: State, event: RunEvent, now: () => number): State {
  switch (event.type) {
    case 'phase': {
      const noun = nouns[event.phase] ?? 'statement';
      return { summary: phaseNames[event.phase], done: 0, noun, since: now() };
    }
    case 'progress':
      // After the statements of a desired state the objects that came of them are counted.
      if (event.total === undefined)
        return { summary: state.summary, done: event.done, noun: 'object', since: state.since };
      return { ...state, done: event.done, total: event.total };
    case 'start':
      return { summary: 'starting', done: 0, total: event.statements, noun: 'statement', since: now() };
    case 'step':
      return { ...state, step: `step ${event.number}/${event.steps}`, summary: visible(event.summary) };
    case 'statement':
      return { ...state, done: event.done, within: '' };
    case 'within':
      return { ...state, within: withinText(event) };
    case 'retry':
      return { ...state, within: retryText(event) };
    case 'verify':
      return { summary: 'reading the database again', done: 0, noun: 'object', since: now() };
    case 'lock':
    case 'batch':
    case 'finish':
    case 'warning':
      return state;
    default:
      return event satisfies never;
  }
}

function lineOf({ step, summary, done, total, noun, within = '', since }: State, now: number): string {
  const spent = now - since;
  const left =
    total !== undefined && done > 0 && done < total && spent > 2000
      ? `${duration((spent / done) * (total - done))} left`
      : '';
  const count =
    total !== undefined && total > 0 ? `${done}/${counted(total, noun)}` : done > 0 ? counted(done, noun) : '';
  const clock = spent >= 1000 ? duration(spent) : '';
  return [step, count, within, clock, left, summary].filter(Boolean).join(' · ');
}

function withinText({ phase, done, total, noun }: Extract<RunEvent, { type: 'within' }>): string {
  const count = total !== undefined && total > 0 ? `${done}/${counted(total, noun)}` : counted(done, noun);
  const said = phase === undefined ? [] : [visible(phase)];
  return [...said, ...(done > 0 || phase === undefined ? [count] : [])].join(' ');
}

function retryText({ attempts, retries, pauseMs, holder, waitsFor }: Extract<RunEvent, { type: 'retry' }>): string {
  const who = holder === undefined ? '' : ` (${visible(holder)})`;
  const what = waitsFor === undefined ? `a lock was not granted${who}` : `waiting for ${visible(waitsFor)}`;
  return `${what}: trying again in ${duration(pauseMs)} (${attempts} of ${retries})`;
}

function cut(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text;
  let kept = '';
  for (const char of text) {
    if (widthOf(kept) + widthOf(char) > columns - 1) break;
    kept += char;
  }
  return `${kept}…`;
}
