import type { Command, CommandEntry, Positional } from './command.js';
import { commands, commandsUnder } from './commands.js';
import { type Flag, type Flags, globalFlags } from './flags.js';
import { align, type Paint } from './paint.js';

const groups: Readonly<Record<CommandEntry['group'], string>> = {
  look: 'Look',
  change: 'Change',
  keep: 'Keep',
  write: 'Write',
  'set up': 'Set up',
};

/** What `schema-sync --help` says. */
export function generalHelp(paint: Paint): string {
  const rows = align(commands.map(({ name, summary }) => [`  ${paint.cyan(name)}`, summary]));
  const sections = Object.entries(groups).map(([group, title]) => {
    const lines = rows.filter((_, i) => commands[i]?.group === group);
    return `${paint.bold(title)}\n${lines.join('\n')}`;
  });
  return [
    `${paint.bold('schema-sync')} brings databases to a desired schema, provably.`,
    `${paint.bold('Usage')}\n  schema-sync COMMAND [FLAGS]`,
    ...sections,
    `${paint.bold('Sources')}\n${sourceHelp(paint)}`,
    `${paint.bold('Flags of every command')}\n${flagLines(globalFlags, paint)}`,
    'schema-sync COMMAND --help says more about one of them. Exit codes: 0 done, 1 usage, 2 system, 3 out of sync or damaged,\n4 partly done, 130 and 143 interrupted.',
  ].join('\n\n');
}

function sourceHelp(paint: Paint): string {
  return align([
    [`  ${paint.cyan('./schema')}`, 'a folder or file of SQL or YAML, in any order'],
    [`  ${paint.cyan('ENGINE:…')}`, 'a live database, by its URL'],
    [`  ${paint.cyan('target:NAME')}`, 'a database that the config names'],
    [`  ${paint.cyan('state.json')}`, 'a snapshot file'],
    [`  ${paint.cyan('snapshot:KEY')}`, 'a kept snapshot, the newest or KEY@VERSION'],
    [`  ${paint.cyan('git:REV:PATH')}`, 'a folder or file as it was in a git revision'],
  ]).join('\n');
}

/** What `schema-sync COMMAND --help` says. */
export function commandHelp(name: string, command: Command, engine: string, paint: Paint): string {
  const positionals = command.arguments ?? [];
  const own = Object.keys(command.flags).length > 0;
  const usage = ['schema-sync', name, ...positionals.map(placeholder), '[FLAGS]'].join(' ');
  const examples = (command.examples ?? []).map(([line, what]) => [
    `  ${paint.dim('$')} schema-sync ${line.replaceAll('ENGINE', engine)}`,
    paint.dim(`# ${what}`),
  ]);
  return [
    `${paint.bold(`schema-sync ${name}`)}: ${command.summary}`,
    ...(command.description ? [wrap(command.description)] : []),
    `${paint.bold('Usage')}\n  ${usage}`,
    ...(positionals.length > 0
      ? [
          `${paint.bold('Arguments')}\n${align(positionals.map((each) => [`  ${paint.cyan(each.name)}`, each.description])).join('\n')}`,
        ]
      : []),
    ...(own ? [`${paint.bold('Flags')}\n${flagLines(command.flags, paint)}`] : []),
    `${paint.bold('Flags of every command')}\n${flagLines(globalFlags, paint)}`,
    ...(examples.length > 0 ? [`${paint.bold('Examples')}\n${align(examples).join('\n')}`] : []),
  ].join('\n\n');
}

/** What help says about a group of commands. */
export function groupHelp(word: string, paint: Paint): string {
  const rows = commandsUnder(word).map(({ name, summary }) => [`  ${paint.cyan(`schema-sync ${name}`)}`, summary]);
  return `${paint.bold(`schema-sync ${word}`)}\n\n${align(rows).join('\n')}`;
}

function placeholder({ name, optional, rest }: Positional): string {
  const shown = rest ? `${name}…` : name;
  return optional ? `[${shown}]` : shown;
}

function flagLines(flags: Flags, paint: Paint): string {
  return align(
    Object.entries(flags).map(([name, flag]) => [`  ${paint.cyan(spelled(name, flag))}`, flag.description]),
  ).join('\n');
}

function spelled(name: string, flag: Flag): string {
  const short = flag.short ? `-${flag.short}, ` : '';
  return `${short}--${name}${flag.type === 'switch' ? '' : ` ${flag.value}`}`;
}

const width = 100;

function wrap(text: string): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + word.length >= width) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join('\n');
}
