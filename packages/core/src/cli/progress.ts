import { counted } from '../model/counted.js';
import type { RunEvent } from '../run/report.js';
import { widthOf } from './paint.js';
import { duration } from './render/titles.js';
import type { Terminal } from './terminal.js';
import { visible } from './visible.js';

/** Shows how a run goes. */
export interface Progress {
  /** Starts the clock; before it nothing is drawn, so that a question can stand on the screen. */
  begin(): void;
  readonly onEvent: (event: RunEvent) => void;
  /** Takes the live line away again. */
  end(): void;
}

const redrawMs = 80;

/** A line that is drawn over on a terminal, plain lines elsewhere, nothing with --quiet. */
export function showProgress(terminal: Terminal, now: () => number = Date.now): Progress {
  if (terminal.quiet) return silentProgress(terminal);
  return terminal.live ? liveProgress(terminal, now) : plainProgress(terminal);
}

/** Warnings are said even so. */
function silentProgress(terminal: Terminal): Progress {
  return {
    begin: () => undefined,
    onEvent(event) {
      if (event.type === 'warning') terminal.warn(warningLine(event.message, terminal));
    },
    end: () => undefined,
  };
}

function plainProgress(terminal: Terminal): Progress {
  return {
    begin: () => undefined,
    onEvent(event) {
      if (event.type === 'start')
        terminal.note(
          `run ${event.run.slice(0, 8)}: ${counted(event.steps, 'step')}, ${counted(event.statements, 'statement')}`,
        );
      if (event.type === 'step') terminal.note(`step ${event.number}/${event.steps}: ${visible(event.summary)}`);
      if (event.type === 'verify') terminal.note('reading the database again');
      if (event.type === 'warning') terminal.warn(warningLine(event.message, terminal));
    },
    end: () => undefined,
  };
}

function warningLine(message: string, { errorPaint: paint }: Terminal): string {
  return `${paint.yellow('warning')} ${visible(message)}`;
}

interface State {
  step: string;
  summary: string;
  done: number;
  statements: number;
}

function liveProgress(terminal: Terminal, now: () => number): Progress {
  const { errorPaint: paint } = terminal;
  const state: State = { step: '', summary: 'waiting for the lock', done: 0, statements: 0 };
  let began = now();
  let drawn = 0;
  let timer: NodeJS.Timeout | undefined;
  const draw = () => {
    drawn = now();
    const text = lineOf(state, now() - began);
    terminal.redraw(paint.cyan(cut(text, terminal.columns - 1)));
  };
  return {
    begin() {
      began = now();
      // Statements block a synchronous engine, so the clock cannot be relied on to redraw: events do it too.
      timer = setInterval(draw, 500).unref();
    },
    onEvent(event) {
      if (event.type === 'warning') terminal.redraw(`${warningLine(event.message, terminal)}\n`);
      follow(state, event);
      if (event.type === 'step' || event.type === 'verify' || now() - drawn >= redrawMs) draw();
    },
    end() {
      clearInterval(timer);
      if (drawn > 0) terminal.redraw('');
      drawn = 0;
    },
  };
}

function follow(state: State, event: RunEvent): void {
  switch (event.type) {
    case 'start':
      state.statements = event.statements;
      state.summary = 'starting';
      return;
    case 'step':
      state.step = `step ${event.number}/${event.steps}`;
      state.summary = visible(event.summary);
      return;
    case 'statement':
      state.done = event.done;
      return;
    case 'verify':
      state.step = '';
      state.done = state.statements;
      state.summary = 'reading the database again';
      return;
    case 'lock':
    case 'batch':
    case 'finish':
    case 'warning':
      return;
    default:
      event satisfies never;
  }
}

function lineOf({ step, summary, done, statements }: State, elapsedMs: number): string {
  const left =
    done > 0 && done < statements && elapsedMs > 2000
      ? `${duration((elapsedMs / done) * (statements - done))} left`
      : '';
  const count = statements > 0 ? `${done}/${counted(statements, 'statement')}` : '';
  return [step, count, duration(elapsedMs), left, summary].filter(Boolean).join(' · ');
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
