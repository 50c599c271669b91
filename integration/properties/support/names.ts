/** Names as people, generators and attackers write them. Two of them differ in case only beyond ASCII, which SQLite tells apart. */
const pool = [
  'users',
  'Order',
  'a',
  'b',
  'c',
  'group',
  'select',
  'a b',
  "it's",
  'say "hi"',
  'back`tick',
  '[br]',
  ']',
  'naïve',
  'É',
  'é',
  '表',
  '🙂',
  'semi;colon',
  '--dash',
  '/*c*/',
  'new\nline',
  'tab\there',
  'dot.ted',
  'back\\slash',
  '%s',
  '$1',
  '?1',
  ':p',
  '@v',
  '1st',
  'case',
  'rowid',
  'oid',
  'old',
  'new',
  'true',
  'null',
  'current_time',
  'constraint',
  'check',
  'strict',
  'generated',
  'as',
  'left',
  'replace',
  'desc',
  'collate',
  'begin',
  'end',
  ' ',
  'main',
  'temp',
  'excluded',
  'docs_data',
  'sqlite',
  'trigger',
  'KEY',
  'value',
  'rank',
  'unique',
  'primary',
  'references',
  'default',
  "'",
  '"',
  '()',
  'x,y',
] as const;

/** The name for a choice that nothing in `taken` has, folded as SQLite folds. */
export function freeName(choice: number, taken: ReadonlySet<string>): string {
  const name = pool[choice % pool.length] ?? 'x';
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name}${number}`;
    if (!taken.has(foldName(candidate))) return candidate;
  }
}

/** SQLite folds the letters of ASCII only. */
export function foldName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** Written in one of the ways that SQLite reads, by choice. */
export function quoteName(name: string, style = 0): string {
  if (style === 1) return `\`${name.replaceAll('`', '``')}\``;
  if (style === 2 && !name.includes(']')) return `[${name}]`;
  return `"${name.replaceAll('"', '""')}"`;
}
