import type { SyncError } from '../errors.js';
import { nearest } from '../source/nearest.js';
import { usage } from './arguments.js';
import { type CommandEntry, commands, commandsUnder } from './commands.js';
import { type Flags, globalFlags } from './flags.js';

/** What a command line asks for: a command with its arguments, or help about all of them or about a group. */
export type Request =
  | { readonly type: 'command'; readonly entry: CommandEntry; readonly argv: readonly string[] }
  | { readonly type: 'help'; readonly about?: string };

/** Finds the command in a command line; global flags may stand before it. */
export function findCommand(argv: readonly string[]): Request {
  const at = commandPosition(argv);
  const word = argv[at];
  const asksHelp = argv.some((argument) => argument === '--help' || argument === '-h');
  if (word === undefined) return { type: 'help' };
  if (word === 'help') return helpAbout(argv.slice(at + 1));
  const under = commandsUnder(word);
  if (under.length === 0)
    throw unknownCommand(
      word,
      commands.map(({ name }) => name.split(' ')[0] ?? ''),
    );
  const single = under.find(({ name }) => name === word);
  if (single) return { type: 'command', entry: single, argv: without(argv, at, at) };
  const second = argv[at + 1];
  const member = under.find(({ name }) => name === `${word} ${second}`);
  if (member) return { type: 'command', entry: member, argv: without(argv, at, at + 1) };
  if (asksHelp) return { type: 'help', about: word };
  const members = under.map(({ name }) => name.slice(word.length + 1));
  if (second === undefined || second.startsWith('-'))
    throw usage(`schema-sync ${word} needs one of: ${members.join(', ')}`, `See schema-sync ${word} --help.`);
  throw unknownCommand(second, members, `${word} `);
}

function helpAbout(words: readonly string[]): Request {
  const about = words.filter((word) => !word.startsWith('-')).join(' ');
  if (about === '') return { type: 'help' };
  const entry = commands.find(({ name }) => name === about);
  if (entry) return { type: 'command', entry, argv: ['--help'] };
  if (commandsUnder(about).length > 0) return { type: 'help', about };
  throw unknownCommand(
    about,
    commands.map(({ name }) => name),
  );
}

function commandPosition(argv: readonly string[]): number {
  const flags: Flags = globalFlags;
  for (let i = 0; i < argv.length; i++) {
    const argument = argv[i] ?? '';
    if (!argument.startsWith('-')) return i;
    const flag = flags[argument.slice(2)];
    if (argument.startsWith('--') && flag && flag.type !== 'switch') i++;
  }
  return argv.length;
}

function without(argv: readonly string[], first: number, last: number): readonly string[] {
  return [...argv.slice(0, first), ...argv.slice(last + 1)];
}

function unknownCommand(word: string, known: readonly string[], prefix = ''): SyncError {
  const guess = nearest(word, known);
  return usage(
    `there is no command ${prefix}${word}${guess ? `; did you mean ${prefix}${guess}?` : ''}`,
    'See schema-sync --help.',
  );
}
