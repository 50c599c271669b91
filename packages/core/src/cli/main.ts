import { createRedactor, type Redactor } from '../config/redact.js';
import { asSyncError, exitCodes, type SyncError } from '../errors.js';
import { type ParsedArguments, parseArguments } from './arguments.js';
import type { Command } from './command.js';
import { findCommand } from './find-command.js';
import type { FlagValues, globalFlags } from './flags.js';
import { commandHelp, generalHelp, groupHelp } from './help.js';
import { errorDocument, errorText } from './report-error.js';
import { createTerminal, type Terminal } from './terminal.js';
import type { World } from './world.js';

/** Runs one command line and gives its exit code. Whatever goes wrong inside is reported here and nowhere else. */
export async function main(argv: readonly string[], world: World, signal: AbortSignal): Promise<number> {
  const redactor = createRedactor();
  for (const argument of argv) redactor.addUrl(argument.replace(/^--[a-z-]+=/, ''));
  const terminal = createTerminal(world, redactor, {
    color: !argv.includes('--no-color'),
    quiet: argv.includes('--quiet') || argv.includes('-q'),
  });
  try {
    return await dispatch(argv, { world, signal, redactor, terminal });
  } catch (thrown) {
    return report(asSyncError(thrown, 'cli'), argv, redactor, terminal);
  }
}

interface Surroundings {
  readonly world: World;
  readonly signal: AbortSignal;
  readonly redactor: Redactor;
  readonly terminal: Terminal;
}

async function dispatch(argv: readonly string[], around: Surroundings): Promise<number> {
  const { terminal } = around;
  const request = findCommand(argv);
  if (request.type === 'help') {
    const text = request.about === undefined ? generalHelp(terminal.paint) : groupHelp(request.about, terminal.paint);
    terminal.print(text);
    return argv.length === 0 ? exitCodes.user : exitCodes.ok;
  }
  const { entry } = request;
  const command = await entry.load();
  const parsed = parseArguments(entry.name, command, request.argv);
  const flags = parsed.flags as ParsedArguments['flags'] & FlagValues<typeof globalFlags>;
  if (flags.help) {
    terminal.print(commandHelp(entry.name, command, await exampleEngine(around.world), terminal.paint));
    return exitCodes.ok;
  }
  const code = await run(command, { ...around, command: entry.name, flags, arguments: parsed.arguments });
  return code ?? exitCodes.ok;
}

function run(command: Command, invocation: Parameters<Command['run']>[0]): Promise<number | undefined> {
  return command.run(invocation);
}

/** Help names an engine that is there to be used. */
async function exampleEngine(world: World): Promise<string> {
  const { installedEngine } = await import('./installed-engine.js');
  return installedEngine(world) ?? 'ENGINE';
}

function report(error: SyncError, argv: readonly string[], redactor: Redactor, terminal: Terminal): number {
  if (wantsJson(argv)) terminal.json(errorDocument(error, commandName(argv), redactor));
  terminal.warn(errorText(error, terminal.errorPaint, argv.includes('--verbose')));
  return error.exitCode;
}

/** Looked up in the raw arguments, since reading them may be what failed. */
function wantsJson(argv: readonly string[]): boolean {
  return argv.some(
    (argument, i) => argument === '--format=json' || (argument === 'json' && argv[i - 1] === '--format'),
  );
}

function commandName(argv: readonly string[]): string {
  try {
    const request = findCommand(argv);
    return request.type === 'command' ? request.entry.name : 'help';
  } catch {
    return argv.find((argument) => !argument.startsWith('-')) ?? '';
  }
}
