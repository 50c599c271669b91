import { createRedactor, type Redactor } from '../config/redact.js';
import { asSyncError, exitCodes, type SyncError } from '../errors.js';
import { parseArguments } from './arguments.js';
import type { Command, Invocation } from './command.js';
import { commands } from './commands.js';
import type { Example } from './example.js';
import { findCommand, type Request, seenFlags } from './find-command.js';
import { commandHelp, generalHelp, groupHelp } from './help.js';
import { elapsedText } from './render/elapsed-text.js';
import { errorDocument, errorText } from './report-error.js';
import { Stopwatch } from './stopwatch.js';
import { createTerminal, type Terminal } from './terminal.js';
import type { World } from './world.js';

/** Runs one command line and gives its exit code. Whatever goes wrong inside is reported here and nowhere else. */
export async function main(argv: readonly string[], world: World, signal: AbortSignal): Promise<number> {
  const redactor = createRedactor();
  const stopwatch = new Stopwatch();
  for (const argument of argv) redactor.addUrl(argument.replace(/^--[a-z-]+=/, ''));
  const manner = mannerOf(seenFlags(argv));
  let reading: Reading = { command: firstWord(argv), manner, terminal: createTerminal(world, redactor, manner) };
  try {
    const request = findCommand(argv);
    if (request.type !== 'command') return await tell(request, reading.terminal);
    reading = { ...reading, command: request.entry.name };
    const command = await request.entry.load();
    const { flags, arguments: positionals } = parseArguments(request.entry.name, command, request.argv);
    const told = mannerOf(flags);
    reading = { command: request.entry.name, manner: told, terminal: createTerminal(world, redactor, told) };
    const { terminal } = reading;
    if (flags.help) {
      terminal.print(
        commandHelp(request.entry.name, command, await exampleIn(world), terminal.paint, terminal.printColumns),
      );
      return exitCodes.ok;
    }
    const around = {
      command: reading.command,
      arguments: positionals,
      world,
      signal,
      redactor,
      terminal,
      stopwatch,
      commands,
    };
    return (await run(command, { ...around, flags: flags as Invocation['flags'] })) ?? exitCodes.ok;
  } catch (thrown) {
    return report(asSyncError(thrown, 'cli'), reading, redactor);
  } finally {
    reading.terminal.clear();
  }
}

/** How far a command line has been understood; an error is reported in the manner that is known by then. */
interface Reading {
  readonly command: string;
  readonly manner: Manner;
  readonly terminal: Terminal;
}

/** How the command line is to speak. */
interface Manner {
  readonly color: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly json: boolean;
}

function mannerOf(flags: Readonly<Record<string, unknown>>): Manner {
  return {
    color: flags['no-color'] !== true,
    quiet: flags.quiet === true,
    verbose: flags.verbose === true,
    json: flags.format === 'json',
  };
}

async function tell(
  request: Exclude<Request, { type: 'command' }>,
  { print, paint, printColumns }: Terminal,
): Promise<number> {
  if (request.type === 'version') {
    print((await import('../version.js')).toolVersion);
    return exitCodes.ok;
  }
  print(request.about === undefined ? generalHelp(paint, printColumns) : groupHelp(request.about, paint, printColumns));
  return request.asked ? exitCodes.ok : exitCodes.user;
}

async function run(command: Command, invocation: Invocation): Promise<number | undefined> {
  const code = await command.run(invocation);
  const { terminal, flags, stopwatch } = invocation;
  const elapsed = stopwatch.read();
  const worked = Object.keys(elapsed.phases).length > 1;
  // A person who waited for long wants to know what for.
  const longFor = terminal.live && elapsed.totalMs >= 2000;
  if (worked && (flags.verbose || longFor)) terminal.note(elapsedText(elapsed, terminal.errorPaint));
  return code;
}

/** Help names an engine that is there to be used. */
async function exampleIn(world: World): Promise<Example> {
  const { exampleOf } = await import('./example.js');
  return exampleOf(world);
}

function report(error: SyncError, { command, manner, terminal }: Reading, redactor: Redactor): number {
  if (manner.json) terminal.json(errorDocument(error, command, redactor));
  terminal.warn(errorText(error, terminal.errorPaint, manner.verbose));
  return error.exitCode;
}

/** What an error document calls the command until it is known. */
function firstWord(argv: readonly string[]): string {
  return argv.find((argument) => !argument.startsWith('-')) ?? '';
}
