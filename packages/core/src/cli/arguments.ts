import { parseArgs } from 'node:util';
import { SyncError } from '../errors.js';
import { nearest } from '../nearest.js';
import type { Command } from './command.js';
import { type Flag, type Flags, globalFlags } from './flags.js';

/** A command line, read by a command's own table. */
export interface ParsedArguments {
  readonly flags: Readonly<Record<string, boolean | string | readonly string[] | undefined>>;
  readonly arguments: readonly string[];
}

/** Reads the arguments after a command's name. What the table does not know is refused, with the nearest name. */
export function parseArguments(name: string, command: Command, argv: readonly string[]): ParsedArguments {
  const flags: Flags = { ...globalFlags, ...command.flags };
  const { tokens } = parseArgs({
    args: [...argv],
    options: optionsOf(flags),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values = new Map<string, string[]>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const flag = Object.hasOwn(flags, token.name) ? flags[token.name] : undefined;
    if (!flag) throw unknownFlag(token.rawName, name, flags);
    const given = readValue(token, flag, name);
    values.set(token.name, [...(values.get(token.name) ?? []), ...given]);
  }
  const asked = values.has('help');
  return {
    flags: collect(flags, values, name),
    arguments: asked ? positionals : checkPositionals(name, command, positionals),
  };
}

/** A table of flags as node:util reads it. */
export function optionsOf(flags: Flags) {
  return Object.fromEntries(
    Object.entries(flags).map(([name, flag]) => [
      name,
      {
        type: flag.type === 'switch' ? ('boolean' as const) : ('string' as const),
        multiple: true,
        ...(flag.short && { short: flag.short }),
      },
    ]),
  );
}

interface OptionToken {
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function readValue(token: OptionToken, flag: Flag, command: string): readonly string[] {
  if (flag.type === 'switch') {
    if (token.value !== undefined) throw usage(`${token.rawName} takes no value`, `Write ${token.rawName} alone.`);
    return ['true'];
  }
  const { value } = token;
  if (value === undefined || value === '' || (!token.inlineValue && value.startsWith('-') && value !== '-')) {
    throw usage(
      `${token.rawName} needs a value: ${token.rawName} ${flag.value}`,
      `See schema-sync ${command} --help; for a value that begins with a dash write ${token.rawName}=VALUE.`,
    );
  }
  const parts =
    flag.type === 'set'
      ? value
          .split(',')
          .map((part) => part.trim())
          .filter(Boolean)
      : [value];
  for (const part of parts) checkChoice(part, flag.choices, token.rawName);
  return parts;
}

function checkChoice(value: string, choices: readonly string[] | undefined, what: string): void {
  if (!choices || choices.includes(value)) return;
  const guess = nearest(value, choices);
  throw usage(
    `${what} cannot be ${JSON.stringify(value)}${guess ? `; did you mean ${guess}?` : ''}`,
    `One of: ${choices.join(', ')}.`,
  );
}

function collect(
  flags: Flags,
  values: ReadonlyMap<string, readonly string[]>,
  command: string,
): ParsedArguments['flags'] {
  return Object.fromEntries(
    Object.entries(flags).map(([name, flag]) => {
      const given = values.get(name);
      if (flag.type === 'switch') return [name, given !== undefined];
      if (flag.type !== 'value') return [name, given ?? []];
      if (given && given.length > 1)
        throw usage(`--${name} was given ${given.length} times`, `schema-sync ${command} takes one.`);
      return [name, given?.[0]];
    }),
  );
}

function checkPositionals(name: string, command: Command, given: readonly string[]): readonly string[] {
  const known = command.arguments ?? [];
  const missing = known[given.length];
  if (missing && !missing.optional)
    throw usage(`schema-sync ${name} needs ${missing.name}: ${missing.description}`, `See schema-sync ${name} --help.`);
  const extra = given[known.length];
  if (extra !== undefined && !known.at(-1)?.rest) {
    throw usage(`schema-sync ${name} does not take ${JSON.stringify(extra)}`, `See schema-sync ${name} --help.`);
  }
  given.forEach((value, i) => {
    checkChoice(value, known[i]?.choices, known[i]?.name ?? '');
  });
  return given;
}

function unknownFlag(rawName: string, command: string, flags: Flags): SyncError {
  const guess = nearest(rawName.replace(/^-+/, ''), Object.keys(flags));
  return usage(
    `schema-sync ${command} has no flag ${rawName}${guess ? `; did you mean --${guess}?` : ''}`,
    `See schema-sync ${command} --help.`,
  );
}

/** The error for a command line that cannot be meant. */
export function usage(message: string, hint: string): SyncError {
  return new SyncError({ code: 'USAGE', op: 'cli', message, hint });
}
