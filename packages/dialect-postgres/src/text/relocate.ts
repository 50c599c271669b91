import { type Token, tokenize, unquote } from '@sync/core';
import { postgresLexis } from '../lexis.js';
import { quoteText } from './literal.js';
import { quoteName } from './names.js';

/** What the database's own `public` is called wherever another schema is called so. */
export const sharedSchema = '_schema_sync_public';

/** SQL in which one schema is called `public`, as the server is to have it. */
export function intoSchema(text: string, schema: string): string {
  return relocate(
    text,
    new Map([
      ['public', schema],
      [sharedSchema, 'public'],
    ]),
  );
}

/** What the server says, with one schema called `public`. The server qualifies every name but its own, and those of columns. */
export function outOfSchema(text: string, schema: string): string {
  return relocate(
    text,
    new Map([
      [schema, 'public'],
      ['public', sharedSchema],
    ]),
  );
}

/** Functions that take the name of a relation as a text. The server writes a type behind every text that somebody else gave them. */
const takingNames: ReadonlySet<string> = new Set([
  'to_regclass',
  'to_regtype',
  'pg_get_serial_sequence',
  'pg_sequence_last_value',
  'setval',
  'nextval',
]);

/** How deep texts may stand within each other and be ours: code that runs once makes statements of texts, and what these hold is somebody's. */
const depthOfCode = 2;

function relocate(text: string, names: ReadonlyMap<string, string>, depth = 0): string {
  // A name that is written in no other way is looked for first.
  if (![...names.keys()].some((name) => /['"\\]/.test(name) || text.includes(name))) return text;
  const tokens = tokenize(text, postgresLexis);
  const meaningful = tokens.filter(({ type }) => type !== 'space' && type !== 'comment');
  const isCode = depth > 0 ? depth < depthOfCode : meaningful[0]?.text.toUpperCase() === 'DO';
  const changed = new Map<Token, string>();
  for (const [i, token] of meaningful.entries()) {
    const [before, after] = [meaningful[i - 1], meaningful[i + 1]];
    if (token.type === 'string') {
      const held = isCode || isName(meaningful, i) ? plain(token) : undefined;
      if (held === undefined) continue;
      const found = isCode ? relocate(held, names, depth + 1) : withinName(held, names);
      if (found !== held) changed.set(token, quoteText(found));
    } else if (token.type === 'word' || token.type === 'quoted') {
      const to = names.get(unquote(token, postgresLexis));
      const isSchema = (after?.text === '.' && before?.text !== '.') || before?.text.toUpperCase() === 'SCHEMA';
      if (to !== undefined && isSchema) changed.set(token, quoteName(to));
    }
  }
  return changed.size === 0 ? text : tokens.map((token) => changed.get(token) ?? token.text).join('');
}

/** Whether a text is a name: `'public.t_id_seq'::regclass`, `to_regclass('public.t')`. All other texts are somebody's. */
function isName(tokens: readonly Token[], at: number): boolean {
  const [one, two, three, four] = tokens.slice(at + 1, at + 5).map(({ text }) => text);
  if (one === '::') return (two === 'pg_catalog' && three === '.' ? four : two)?.startsWith('reg') ?? false;
  const isAlone = one === ')' || one === ',';
  return isAlone && tokens[at - 1]?.text === '(' && takingNames.has(tokens[at - 2]?.text ?? '');
}

function withinName(name: string, names: ReadonlyMap<string, string>): string {
  for (const [from, to] of names) {
    const head = `${quoteName(from)}.`;
    if (name.startsWith(head)) return `${quoteName(to)}.${name.slice(head.length)}`;
  }
  return name;
}

/** What a text holds, however it is quoted. */
function plain({ text }: Token): string | undefined {
  const dollars = /^(\$[^$]*\$)(.*)\1$/s.exec(text);
  if (dollars) return dollars[2];
  if (text.startsWith("'")) return text.slice(1, -1).replaceAll("''", "'");
  return text.startsWith("E'") ? text.slice(2, -1).replaceAll("''", "'").replaceAll('\\\\', '\\') : undefined;
}
