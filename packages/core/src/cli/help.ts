import type { Command, CommandEntry, Positional } from './command.js';
import { commands, commandsUnder } from './commands.js';
import type { Example } from './example.js';
import { type Flag, type Flags, globalFlags } from './flags.js';
import { definitions, fold } from './fold.js';
import type { Paint } from './paint.js';

const groups: Readonly<Record<CommandEntry['group'], string>> = {
  look: 'Look',
  change: 'Change',
  keep: 'Keep',
  write: 'Write',
  'set up': 'Set up',
};

const proseColumns = 120;

const closing =
  'schema-sync COMMAND --help says more about one of them. Exit codes: 0 done, 1 usage, 2 system, 3 out of sync or damaged, 4 partly done, 130 and 143 interrupted.';

/** What `schema-sync --help` says. */
export function generalHelp(paint: Paint, columns = Number.POSITIVE_INFINITY): string {
  const terms = commands.map(({ name, summary }) => [`  ${paint.cyan(name)}`, summary] as const);
  const rows = definitions(terms, columns);
  const sections = Object.entries(groups).map(([group, title]) => {
    const lines = rows.filter((_, i) => commands[i]?.group === group);
    return `${paint.bold(title)}\n${lines.join('\n')}`;
  });
  return [
    fold(`${paint.bold('schema-sync')} brings databases to a desired schema, provably.`, columns).join('\n'),
    `${paint.bold('Usage')}\n  schema-sync COMMAND [FLAGS]`,
    ...sections,
    `${paint.bold('Sources')}\n${sourceHelp(paint, columns)}`,
    `${paint.bold('Flags of every command')}\n${flagLines(globalFlags, paint, columns)}`,
    fold(closing, Math.min(columns, proseColumns)).join('\n'),
  ].join('\n\n');
}

function sourceHelp(paint: Paint, columns: number): string {
  const sources = [
    [`  ${paint.cyan('./schema')}`, 'a folder or file of SQL or YAML, in any order'],
    [`  ${paint.cyan('ENGINE:…')}`, 'a live database, by its URL'],
    [`  ${paint.cyan('target:NAME')}`, 'a database that the config names'],
    [`  ${paint.cyan('state.json')}`, 'a snapshot file'],
    [`  ${paint.cyan('snapshot:KEY')}`, 'a kept snapshot, the newest or KEY@VERSION'],
    [`  ${paint.cyan('drizzle:FILE')}`, 'tables that a program declares with Drizzle'],
    [`  ${paint.cyan('git:REV:PATH')}`, 'a folder or file as it was in a git revision'],
  ] as const;
  return definitions(sources, columns).join('\n');
}

/** What `schema-sync COMMAND --help` says. */
export function commandHelp(
  name: string,
  command: Command,
  example: Example,
  paint: Paint,
  columns = Number.POSITIVE_INFINITY,
): string {
  const positionals = command.arguments ?? [];
  const own = Object.keys(command.flags).length > 0;
  const usage = ['schema-sync', name, ...positionals.map(placeholder), '[FLAGS]'].join(' ');
  const examples = (command.examples ?? []).map(([line, what]): readonly [string, string] => [
    `  ${paint.dim('$')} schema-sync ${line.replace(/\bENGINE\b/g, () => example.engine).replace(/\bURL\b/g, () => example.url)}`,
    paint.dim(`# ${what}`),
  ]);
  return [
    fold(`${paint.bold(`schema-sync ${name}`)}: ${command.summary}`, columns).join('\n'),
    ...(command.description ? [fold(command.description, Math.min(columns, 100)).join('\n')] : []),
    `${paint.bold('Usage')}\n  ${usage}`,
    ...(positionals.length > 0
      ? [
          `${paint.bold('Arguments')}\n${definitions(
            positionals.map((each) => [`  ${paint.cyan(each.name)}`, each.description] as const),
            columns,
          ).join('\n')}`,
        ]
      : []),
    ...(own ? [`${paint.bold('Flags')}\n${flagLines(command.flags, paint, columns)}`] : []),
    `${paint.bold('Flags of every command')}\n${flagLines(globalFlags, paint, columns)}`,
    ...(examples.length > 0 ? [`${paint.bold('Examples')}\n${definitions(examples, columns).join('\n')}`] : []),
  ].join('\n\n');
}

/** What help says about a group of commands. */
export function groupHelp(word: string, paint: Paint, columns = Number.POSITIVE_INFINITY): string {
  const rows = commandsUnder(word).map(
    ({ name, summary }) => [`  ${paint.cyan(`schema-sync ${name}`)}`, summary] as const,
  );
  return `${paint.bold(`schema-sync ${word}`)}\n\n${definitions(rows, columns).join('\n')}`;
}

function placeholder({ name, optional, rest }: Positional): string {
  const shown = rest ? `${name}…` : name;
  return optional ? `[${shown}]` : shown;
}

function flagLines(flags: Flags, paint: Paint, columns: number): string {
  const rows = Object.entries(flags).map(
    ([name, flag]) => [`  ${paint.cyan(spelled(name, flag))}`, flag.description] as const,
  );
  return definitions(rows, columns).join('\n');
}

function spelled(name: string, flag: Flag): string {
  const short = flag.short ? `-${flag.short}, ` : '';
  return `${short}--${name}${flag.type === 'switch' ? '' : ` ${flag.value}`}`;
}
