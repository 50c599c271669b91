import { randomInt } from 'node:crypto';
import type { Redactor } from '../config/redact.js';
import { redactedJson } from '../config/redact-json.js';
import { createPaint, type Paint, unsealed } from './paint.js';
import { plainText, showsUnicode } from './plain-text.js';
import { visibleJson, visibleText } from './visible.js';
import type { Output, World } from './world.js';

/**
 * Where a command speaks: results on stdout, everything about them on stderr. Nothing that it prints has a secret in it, and nothing that came from outside
 * reaches a terminal as anything but text: only what `paint` and `errorPaint` coloured is coloured.
 */
export interface Terminal {
  readonly paint: Paint;
  /** The palette for stderr, which may be a terminal where stdout is not. */
  readonly errorPaint: Paint;
  /** Whether a person can be asked. */
  readonly interactive: boolean;
  /** Whether stderr is a terminal, where a line can be drawn over. */
  readonly live: boolean;
  /** The width of stderr. */
  readonly columns: number;
  /** The width of stdout; no limit where it is not a terminal. */
  readonly printColumns: number;
  readonly quiet: boolean;
  /** Text for people, on stdout. */
  print(text: string): void;
  /** One JSON document on stdout. */
  json(document: unknown): void;
  /** A document for programs (SQL, YAML) on stdout, exactly as it is. */
  document(text: string): void;
  /** A remark on stderr; not with --quiet. */
  note(text: string): void;
  /** A remark on stderr whatever the flags say. */
  warn(text: string): void;
  /** Text on stderr without a line's end: a question. */
  ask(text: string): void;
  /** Draws the last line of stderr over, where it is {@link Terminal.live}. Whatever else is said takes the line away first, and tells so. */
  redraw(line: string, whenTakenAway?: () => void): void;
  /** Takes the line away that was drawn last. */
  clear(): void;
}

/** How a terminal is to behave. */
export interface TerminalOptions {
  readonly color: boolean;
  readonly quiet: boolean;
}

/** Back to the first column, and the line is empty. */
const overwrite = '\r\u001b[2K';

/** Makes the terminal of a run. */
export function createTerminal(world: World, redactor: Redactor, options: TerminalOptions): Terminal {
  const { output, errors } = world;
  const seal = String(randomInt(1e9, 1e10));
  const unicode = showsUnicode(world);
  const safe = (text: string, to: Output) =>
    unsealed(text, seal, (part) => {
      const shown = visibleText(redactor.redact(part));
      return to.isTTY && !unicode ? plainText(shown) : shown;
    });
  let drawn: { readonly whenTakenAway: (() => void) | undefined } | undefined;
  const clear = () => {
    if (!drawn) return;
    const { whenTakenAway } = drawn;
    drawn = undefined;
    errors.write(overwrite);
    whenTakenAway?.();
  };
  const ask = (text: string) => {
    clear();
    errors.write(safe(text, errors));
  };
  const warn = (text: string) => ask(`${text}\n`);
  return {
    paint: createPaint(colors(world, output, options), seal),
    errorPaint: createPaint(colors(world, errors, options), seal),
    interactive: world.input.isTTY === true && errors.isTTY === true,
    live: errors.isTTY === true && world.environment.TERM !== 'dumb',
    columns: errors.columns || 80,
    printColumns: (output.isTTY && output.columns) || Number.POSITIVE_INFINITY,
    quiet: options.quiet,
    print(text) {
      clear();
      output.write(`${safe(text, output)}\n`);
    },
    json(document) {
      clear();
      output.write(`${visibleJson(redactedJson(document, redactor.redactDocument, 2))}\n`);
    },
    document(text) {
      clear();
      const masked = redactor.redactScript(text);
      if (masked !== text) warn('note: this document held a secret, which was masked: it does not run as it is');
      const shown = output.isTTY ? visibleText(masked) : masked;
      output.write(shown.endsWith('\n') || shown === '' ? shown : `${shown}\n`);
    },
    note(text) {
      if (!options.quiet) warn(text);
    },
    warn,
    ask,
    redraw(line, whenTakenAway) {
      drawn = { whenTakenAway };
      errors.write(`${overwrite}${safe(line, errors)}`);
    },
    clear,
  };
}

function colors({ environment }: World, output: Output, { color }: TerminalOptions): boolean {
  if (!color || environment.NO_COLOR) return false;
  const forced = environment.FORCE_COLOR;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return output.isTTY === true && environment.TERM !== 'dumb';
}
