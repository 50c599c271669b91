import { usage } from './arguments.js';
import { type Flag, type Flags, globalFlags } from './flags.js';

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

/** What may stand before a command, and alone. */
const leadingFlags = ['--version', ...Object.keys(globalFlags).map((name) => `--${name}`)];

/** Those of them that take the word that follows. */
const leadingValues = Object.entries(globalFlags).flatMap(([name, flag]) =>
  flag.type === 'switch' ? [] : [`--${name}`],
);

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
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" words="" command="" member="" word i
  # Flags of every command may stand before it and between its words; bash takes --flag=value for three words.
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="\${COMP_WORDS[i]}"
    case "$word" in
      ${leadingValues.join('|')}) [[ "\${COMP_WORDS[i+1]}" == "=" ]] && ((i++)); ((i++)) ;;
      -*|=) ;;
      *) if [ -z "$command" ]; then command="$word"; elif [ -z "$member" ]; then member="$word"; fi ;;
    esac
  done
  if [ "$previous" = "=" ]; then previous="\${COMP_WORDS[COMP_CWORD-2]}"; fi
  if [ "$current" = "=" ]; then current=""; fi
  case "$previous" in
    ${leadingValues.join('|')}) return ;;
  esac
  if [ -z "$command" ]; then
    words="${firstWords(commands).join(' ')}"
    [[ $current == -* ]] && words="${leadingFlags.join(' ')}"
    COMPREPLY=($(compgen -W "$words" -- "$current"))
    return
  fi
  case "$command" in
    ${groups(commands).join('|')})
      if [ -z "$member" ] && [[ $current != -* ]]; then
        case "$command" in
${grouped.map((line) => `      ${line}`).join('\n')}
        esac
      fi
      for word in ${commands.flatMap(({ name }) => (name.includes(' ') ? [`"${name}"`] : [])).join(' ')}; do
        if [ "$word" = "$command $member" ]; then command="$word"; break; fi
      done ;;
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
    return `    ${word})\n      ${zshSkip(3)}\n      if (( CURRENT == 3 )); then local -a members=(${members.join(' ')}); [[ "$words[3]" == -* ]] || { _describe 'command' members; return }; fi\n      case "$words[3]" in ${secondWords(commands, word).join('|')}) command="$words[2] $words[3]" ;; esac ;;`;
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
  # Flags of every command may stand before it and between its words.
  local at
  ${zshSkip(2)}
  if (( CURRENT == 2 )); then
    if [[ "$words[2]" == -* ]]; then compadd -- ${leadingFlags.join(' ')}; return; fi
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

/** Takes the flags away that stand where a word of the command is looked for. */
function zshSkip(place: number): string {
  return [
    `at=${place}`,
    `while (( at < CURRENT )); do case "$words[at]" in ${leadingValues.join('|')}) (( at += 2 )) ;; -*) (( at += 1 )) ;; *) break ;; esac; done`,
    'if (( at > CURRENT )); then _files; return; fi',
    `words[${place},at-1]=()`,
    `(( CURRENT -= at - ${place} ))`,
  ].join('; ');
}

function zshFlag(name: string, description: string, flag: Flag): string {
  const repeat = flag.type === 'list' || flag.type === 'set' ? '*' : '';
  if (flag.type === 'switch') return quoted(`--${name}[${bracketed(description)}]`);
  const values = choicesOf(flag).length > 0 ? `(${choicesOf(flag).join(' ')})` : '_files';
  return quoted(`${repeat}--${name}=[${bracketed(description)}]:${bracketed(flag.value)}:${values}`);
}

function fish(commands: readonly Completable[]): string {
  const start = "'__schema_sync_at'";
  const lines = ['# fish completion for schema-sync', fishWords, `complete -c schema-sync -f -n ${start}`];
  for (const word of firstWords(commands)) {
    const summary = commands.find(({ name }) => name === word)?.summary ?? secondWords(commands, word).join(', ');
    lines.push(`complete -c schema-sync -f -n ${start} -a ${word} -d ${fishQuoted(summary)}`);
  }
  for (const flag of leadingFlags)
    lines.push(
      `complete -c schema-sync -n ${start} -l ${flag.slice(2)}${leadingValues.includes(flag) ? ' -r' : ' -f'}`,
    );
  for (const { name, summary, flags, values } of commands) {
    const [first = '', second] = name.split(' ');
    const others = second === undefined ? secondWords(commands, first) : [];
    const seen = `'__schema_sync_in ${name}${others.map((word) => `; and not __schema_sync_in ${name} ${word}`).join('')}'`;
    if (second !== undefined)
      lines.push(`complete -c schema-sync -f -n '__schema_sync_at ${first}' -a ${second} -d ${fishQuoted(summary)}`);
    if (values.length > 0) lines.push(`complete -c schema-sync -f -n ${seen} -a '${values.join(' ')}'`);
    for (const [flag, described] of Object.entries(flags)) {
      const choices = choicesOf(described);
      const value = described.type === 'switch' ? '' : choices.length > 0 ? ` -x -a '${choices.join(' ')}'` : ' -r';
      lines.push(
        `complete -c schema-sync -n ${seen} -l ${flag}${described.short ? ` -s ${described.short}` : ''}${value} -d ${fishQuoted(described.description)}`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

/** The words of a command line without its flags, which may stand before the command and between its words. */
const fishWords = `function __schema_sync_words
  set -l skip 0
  for word in (commandline -opc)[2..-1]
    if test $skip = 1
      set skip 0
      continue
    end
    switch $word
      case ${leadingValues.join(' ')}
        set skip 1
      case '-*'
      case '*'
        echo $word
    end
  end
end
function __schema_sync_at
  set -l words (__schema_sync_words)
  test "$words" = "$argv"
end
function __schema_sync_in
  set -l words (__schema_sync_words)
  set -l last (count $argv)
  test (count $words) -ge $last; and test "$words[1..$last]" = "$argv"
end`;

function fishQuoted(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`;
}
