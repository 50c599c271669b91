import type { Redactor } from '../config/redact.js';
import { createPaint, type Paint } from './paint.js';
import { visibleJson, visibleText } from './visible.js';
import type { Output, World } from './world.js';

/** Where a command speaks: results on stdout, everything about them on stderr. Nothing that it prints has a secret in it. */
export interface Terminal {
  readonly paint: Paint;
  /** The palette for stderr, which may be a terminal where stdout is not. */
  readonly errorPaint: Paint;
  /** Whether a person can be asked. */
  readonly interactive: boolean;
  /** Whether stderr is a terminal, where a line can be drawn over. */
  readonly live: boolean;
  readonly columns: number;
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
  /** Text on stderr as it is, without a line's end. */
  raw(text: string): void;
}

/** How a terminal is to behave. */
export interface TerminalOptions {
  readonly color: boolean;
  readonly quiet: boolean;
}

/** Makes the terminal of a run. */
export function createTerminal(world: World, redactor: Redactor, options: TerminalOptions): Terminal {
  const { output, errors } = world;
  const raw = (text: string) => void errors.write(redactor.redact(text));
  const warn = (text: string) => raw(`${text}\n`);
  return {
    paint: createPaint(colors(world, output, options)),
    errorPaint: createPaint(colors(world, errors, options)),
    interactive: world.input.isTTY === true && errors.isTTY === true,
    live: errors.isTTY === true && world.environment.TERM !== 'dumb',
    columns: errors.columns || 80,
    quiet: options.quiet,
    print: (text) => void output.write(`${redactor.redact(text)}\n`),
    json: (document) =>
      void output.write(`${visibleJson(redactor.redactDocument(JSON.stringify(document, undefined, 2)))}\n`),
    document(text) {
      const masked = redactor.redactDocument(text);
      if (masked !== text) warn('note: this document held a secret, which was masked: it does not run as it is');
      const shown = output.isTTY ? visibleText(masked) : masked;
      output.write(shown.endsWith('\n') || shown === '' ? shown : `${shown}\n`);
    },
    note(text) {
      if (!options.quiet) warn(text);
    },
    warn,
    raw,
  };
}

function colors({ environment }: World, output: Output, { color }: TerminalOptions): boolean {
  if (!color || environment.NO_COLOR) return false;
  const forced = environment.FORCE_COLOR;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return output.isTTY === true && environment.TERM !== 'dumb';
}
