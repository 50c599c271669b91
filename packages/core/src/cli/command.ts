import type { Redactor } from '../config/redact.js';
import type { Flags, FlagValues, globalFlags } from './flags.js';
import type { Stopwatch } from './stopwatch.js';
import type { Terminal } from './terminal.js';
import type { World } from './world.js';

/** An argument that is not a flag. */
export interface Positional {
  readonly name: string;
  readonly description: string;
  readonly optional?: boolean;
  /** Takes all that are left. */
  readonly rest?: boolean;
  /** The only values there are. */
  readonly choices?: readonly string[];
}

/** What a command is given when it runs. */
export interface Invocation<F extends Flags = Flags> {
  /** `snapshot save`: for messages and JSON documents. */
  readonly command: string;
  readonly flags: FlagValues<F & typeof globalFlags>;
  readonly arguments: readonly string[];
  readonly world: World;
  readonly terminal: Terminal;
  readonly redactor: Redactor;
  /** Measures how long the user waits. */
  readonly stopwatch: Stopwatch;
  /** Aborted by SIGINT and SIGTERM. */
  readonly signal: AbortSignal;
  /** Every command there is, for those that tell about others. */
  readonly commands: readonly CommandEntry[];
}

/** One command: what it takes, for parsing, help and completion alike, and what it does. */
export interface Command<F extends Flags = Flags> {
  readonly summary: string;
  /** More than the summary says, as paragraphs. */
  readonly description?: string;
  readonly arguments?: readonly Positional[];
  readonly flags: F;
  /** Command lines without the program's name, each with what it is for. `ENGINE` stands for an engine's name, `URL` for a URL of it. */
  readonly examples?: readonly (readonly [string, string])[];
  /** Gives the exit code; nothing means success. */
  run(invocation: Invocation<F>): Promise<number | undefined>;
}

/** A command by name; its file is imported when it is asked for. */
export interface CommandEntry {
  /** `diff`, `snapshot save`. */
  readonly name: string;
  readonly summary: string;
  readonly group: 'look' | 'change' | 'keep' | 'write' | 'set up';
  load(): Promise<Command>;
}

/** Declares a command, so that its flags type what it runs with. */
export function defineCommand<const F extends Flags>(command: Command<F>): Command {
  return command;
}
