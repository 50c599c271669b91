import { parseArgs } from 'node:util';
import type { SyncError } from '../errors.js';
import { nearest } from '../nearest.js';
import { optionsOf, usage } from './arguments.js';
import type { CommandEntry } from './command.js';
import { commands, commandsUnder } from './commands.js';
import { type Flags, globalFlags } from './flags.js';

/** What a command line asks for: a command with its arguments, the version, or help about all of them or about a group. */
export type Request =
  | { readonly type: 'command'; readonly entry: CommandEntry; readonly argv: readonly string[] }
  | { readonly type: 'version' }
  | { readonly type: 'help'; readonly about?: string; readonly asked: boolean };

/** What may stand where no command is. There `-v` is the version, which is why that comes first; with a command it says more. */
const lonelyFlags = {
  version: { type: 'switch', short: 'v', description: 'the version' },
  ...globalFlags,
} as const satisfies Flags;

/** Finds the command in a command line; flags that every command has may stand before it and between its words. */
export function findCommand(argv: readonly string[]): Request {
  const { words, flags } = read(argv);
  const [first] = words;
  const asksHelp = flags.some(({ name }) => name === 'help');
  if (first === undefined) return withoutCommand(flags, asksHelp);
  const word = first.text;
  if (word === 'help') return helpAbout(words.slice(1).map(({ text }) => text));
  const under = commandsUnder(word);
  if (under.length === 0) throw noSuchCommand(word, strangerBefore(first.index, flags));
  const second = words[1];
  const member = second && under.find(({ name }) => name === `${word} ${second.text}`);
  if (member) return { type: 'command', entry: member, argv: without(argv, first.index, second.index) };
  const single = under.find(({ name }) => name === word);
  if (single) return { type: 'command', entry: single, argv: without(argv, first.index) };
  if (asksHelp) return { type: 'help', about: word, asked: true };
  const members = under.map(({ name }) => name.slice(word.length + 1));
  if (!second)
    throw usage(`schema-sync ${word} needs one of: ${members.join(', ')}`, `See schema-sync ${word} --help.`);
  throw unknownCommand(second.text, members, `${word} `);
}

/** The flags of every command as they can be seen before it is known which command is meant. */
export function seenFlags(argv: readonly string[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(read(argv).flags.map(({ name, value = true }) => [name, value]));
}

interface SeenFlag {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly index: number;
}

function read(argv: readonly string[]) {
  const alone = readAs(argv, lonelyFlags);
  return alone.words.length === 0 ? alone : readAs(argv, globalFlags);
}

function readAs(argv: readonly string[], known: Flags) {
  const { tokens } = parseArgs({
    args: [...argv],
    options: { ...optionsOf(known), format: { type: 'string' } },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const words = tokens.flatMap((token) =>
    token.kind === 'positional' ? [{ text: token.value, index: token.index }] : [],
  );
  const flags = tokens.flatMap((token): SeenFlag[] => (token.kind === 'option' ? [token] : []));
  return { words, flags };
}

function withoutCommand(flags: readonly SeenFlag[], asksHelp: boolean): Request {
  const stranger = flags.find(({ name }) => !Object.hasOwn(lonelyFlags, name));
  if (stranger) {
    const guess = nearest(stranger.name, Object.keys(lonelyFlags));
    throw usage(
      `schema-sync has no flag ${stranger.rawName}${guess ? `; did you mean --${guess}?` : ' without a command'}`,
      'See schema-sync --help; the flags of a command stand behind it.',
    );
  }
  if (flags.some(({ name }) => name === 'version') && !asksHelp) return { type: 'version' };
  return { type: 'help', asked: asksHelp };
}

function helpAbout(words: readonly string[]): Request {
  const about = words.join(' ');
  if (about === '') return { type: 'help', asked: true };
  const entry = commands.find(({ name }) => name === about);
  if (entry) return { type: 'command', entry, argv: ['--help'] };
  if (commandsUnder(about).length > 0) return { type: 'help', about, asked: true };
  throw unknownCommand(
    about,
    commands.map(({ name }) => name),
  );
}

/** A flag of some command before the word that was taken for a command: that word is likely to be its value. */
function strangerBefore(index: number, flags: readonly SeenFlag[]): SeenFlag | undefined {
  return flags.find((flag) => flag.index < index && !Object.hasOwn(lonelyFlags, flag.name));
}

function noSuchCommand(word: string, stranger: SeenFlag | undefined): SyncError {
  if (stranger)
    return usage(
      `${stranger.rawName} stands before the command`,
      `The flags of a command stand behind it: schema-sync COMMAND ${stranger.rawName} ….`,
    );
  return unknownCommand(
    word,
    commands.map(({ name }) => name.split(' ')[0] ?? ''),
  );
}

function without(argv: readonly string[], ...indexes: readonly number[]): readonly string[] {
  return argv.filter((_, i) => !indexes.includes(i));
}

function unknownCommand(word: string, known: readonly string[], prefix = ''): SyncError {
  const guess = nearest(word, known);
  return usage(
    `there is no command ${prefix}${word}${guess ? `; did you mean ${prefix}${guess}?` : ''}`,
    'See schema-sync --help.',
  );
}
