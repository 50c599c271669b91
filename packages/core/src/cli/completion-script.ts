import { usage } from './arguments.js';
import type { Flag, Flags } from './flags.js';

/** The shells that are served. */
export const shells = ['bash', 'zsh', 'fish'] as const;

/** What a shell needs to know of a command. */
export interface Completable {
  readonly name: string;
  readonly summary: string;
  readonly flags: Flags;
  /** The values of its first argument, where there are only a few. */
  readonly values: readonly string[];
}

/** The completion script of a shell, made from the tables of all commands. */
export function completionScript(shell: string, commands: readonly Completable[]): string {
  if (shell === 'bash') return bash(commands);
  if (shell === 'zsh') return zsh(commands);
  if (shell === 'fish') return fish(commands);
  throw usage(`there is no completion for ${shell}`, `One of: ${shells.join(', ')}.`);
}

/** What may stand alone. */
const lonelyFlags = ['--help', '--version'] as const;

function firstWords(commands: readonly Completable[]): readonly string[] {
  return [...new Set(commands.map(({ name }) => name.split(' ')[0] ?? ''))];
}

function secondWords(commands: readonly Completable[], first: string): readonly string[] {
  return commands.flatMap(({ name }) => (name.startsWith(`${first} `) ? [name.slice(first.length + 1)] : []));
}

function groups(commands: readonly Completable[]): readonly string[] {
  return firstWords(commands).filter((word) => secondWords(commands, word).length > 0);
}

function flagNames({ flags }: Completable): readonly string[] {
  return Object.entries(flags).flatMap(([name, flag]) => [...(flag.short ? [`-${flag.short}`] : []), `--${name}`]);
}

function choicesOf(flag: Flag): readonly string[] {
  return flag.type === 'switch' ? [] : (flag.choices ?? []);
}

function bash(commands: readonly Completable[]): string {
  const cases = commands.map((command) => {
    const values = Object.entries(command.flags)
      .filter(([, flag]) => choicesOf(flag).length > 0)
      .map(
        ([name, flag]) =>
          `        --${name}) COMPREPLY=($(compgen -W "${choicesOf(flag).join(' ')}" -- "$current")); return ;;`,
      );
    const words = [...flagNames(command), ...command.values].join(' ');
    return `    "${command.name}")\n      case "$previous" in\n${values.join('\n')}${values.length > 0 ? '\n' : ''}      esac\n      words="${words}" ;;`;
  });
  const grouped = groups(commands).map(
    (word) =>
      `    ${word}) COMPREPLY=($(compgen -W "${secondWords(commands, word).join(' ')}" -- "$current")); return ;;`,
  );
  return `# bash completion for schema-sync
_schema_sync() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" words=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="${firstWords(commands).join(' ')}"
    [[ $current == -* ]] && words="${lonelyFlags.join(' ')}"
    COMPREPLY=($(compgen -W "$words" -- "$current"))
    return
  fi
  local command="\${COMP_WORDS[1]}"
  case "$command" in
    ${groups(commands).join('|')})
      if [ "$COMP_CWORD" -eq 2 ]; then
        case "$command" in
${grouped.map((line) => `      ${line}`).join('\n')}
        esac
      fi
      command="$command \${COMP_WORDS[2]}" ;;
  esac
  case "$command" in
${cases.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _schema_sync schema-sync
`;
}

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
const bracketed = (text: string) => text.replace(/[[\]:\\]/g, '\\$&');

function zsh(commands: readonly Completable[]): string {
  const top = firstWords(commands).map((word) =>
    quoted(`${word}:${commands.find(({ name }) => name === word)?.summary ?? secondWords(commands, word).join(', ')}`),
  );
  const subs = groups(commands).map((word) => {
    const members = commands
      .filter(({ name }) => name.startsWith(`${word} `))
      .map(({ name, summary }) => quoted(`${name.slice(word.length + 1)}:${summary}`));
    return `    ${word})\n      if (( CURRENT == 3 )); then local -a members=(${members.join(' ')}); _describe 'command' members; return; fi\n      command="$words[2] $words[3]" ;;`;
  });
  const cases = commands.map(({ name, flags, values }) => {
    const specs = Object.entries(flags).map(([flag, { description, ...rest }]) =>
      zshFlag(flag, description, rest as Flag),
    );
    const argument = values.length > 0 ? `'*:value:(${values.join(' ')})'` : "'*:file:_files'";
    return `    ${quoted(name)}) _arguments ${[...specs, argument].join(' ')} ;;`;
  });
  return `#compdef schema-sync
_schema_sync() {
  if (( CURRENT == 2 )); then
    local -a commands=(${top.join(' ')})
    _describe 'command' commands
    return
  fi
  local command="$words[2]"
  case "$command" in
${subs.join('\n')}
  esac
  case "$command" in
${cases.join('\n')}
  esac
}
# Read from a folder of functions, this file is the function, called for its first completion; else it registers it.
if [[ "$funcstack[1]" == "_schema-sync" ]]; then _schema_sync "$@"; else compdef _schema_sync schema-sync; fi
`;
}

function zshFlag(name: string, description: string, flag: Flag): string {
  const repeat = flag.type === 'list' || flag.type === 'set' ? '*' : '';
  if (flag.type === 'switch') return quoted(`--${name}[${bracketed(description)}]`);
  const values = choicesOf(flag).length > 0 ? `(${choicesOf(flag).join(' ')})` : '_files';
  return quoted(`${repeat}--${name}=[${bracketed(description)}]:${bracketed(flag.value)}:${values}`);
}

function fish(commands: readonly Completable[]): string {
  const lines = ['# fish completion for schema-sync', 'complete -c schema-sync -f -n __fish_use_subcommand'];
  for (const word of firstWords(commands)) {
    const summary = commands.find(({ name }) => name === word)?.summary ?? secondWords(commands, word).join(', ');
    lines.push(`complete -c schema-sync -f -n __fish_use_subcommand -a ${word} -d ${fishQuoted(summary)}`);
  }
  for (const flag of lonelyFlags)
    lines.push(`complete -c schema-sync -f -n __fish_use_subcommand -l ${flag.replace(/^-+/, '')}`);
  // A word may be a command and a member of a group: diff, and snapshot diff.
  const outsideGroups = groups(commands)
    .map((word) => `; and not __fish_seen_subcommand_from ${word}`)
    .join('');
  for (const { name, summary, flags, values } of commands) {
    const [first = '', second] = name.split(' ');
    const others = secondWords(commands, first).join(' ');
    const seen =
      second === undefined
        ? `__fish_seen_subcommand_from ${first}${outsideGroups}`
        : `__fish_seen_subcommand_from ${first}; and __fish_seen_subcommand_from ${second}`;
    if (second !== undefined)
      lines.push(
        `complete -c schema-sync -f -n '__fish_seen_subcommand_from ${first}; and not __fish_seen_subcommand_from ${others}' -a ${second} -d ${fishQuoted(summary)}`,
      );
    if (values.length > 0) lines.push(`complete -c schema-sync -f -n '${seen}' -a '${values.join(' ')}'`);
    for (const [flag, described] of Object.entries(flags)) {
      const choices = choicesOf(described);
      const value = described.type === 'switch' ? '' : choices.length > 0 ? ` -x -a '${choices.join(' ')}'` : ' -r';
      lines.push(
        `complete -c schema-sync -n '${seen}' -l ${flag}${described.short ? ` -s ${described.short}` : ''}${value} -d ${fishQuoted(described.description)}`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

function fishQuoted(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`;
}
