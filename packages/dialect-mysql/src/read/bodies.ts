import { type Lexis, tokenizeMeaning } from '@sync/core';
import { lexisIn, modesOfFiles } from '../sql-mode.js';
import type { Rows } from './rows.js';
import type { Showing, Shown } from './show.js';

/** Rows of what has a body. */
export interface Bodies {
  readonly routines: readonly Rows['routines'][];
  readonly triggers: readonly Rows['triggers'][];
  readonly events: readonly Rows['events'][];
}

/**
 * What has a body that has to be shown whole. The information schema tells of texts and names in a body what they stand for, without their character set and with quotes and
 * backslashes that escape nothing any more: `'it''s'` as `'it's'`, `_binary'a'` as `'a'`.
 */
export function bodiesToShow({ routines, triggers, events }: Bodies): readonly Showing[] {
  return [
    ...routines.flatMap(({ type, name, body, language }): readonly Showing[] =>
      isShowable(type) && language === 'SQL' && body !== null && isRetold(body) ? [{ what: type, name }] : [],
    ),
    ...triggers.flatMap(({ name, body }) => (isRetold(body) ? [{ what: 'TRIGGER' as const, name }] : [])),
    ...events.flatMap(({ name, body }) => (isRetold(body) ? [{ what: 'EVENT' as const, name }] : [])),
  ];
}

function isShowable(type: string): type is 'FUNCTION' | 'PROCEDURE' | 'PACKAGE' | 'PACKAGE BODY' {
  return /^(?:FUNCTION|PROCEDURE|PACKAGE(?: BODY)?)$/.test(type);
}

/** Whether a body may have been written in other letters: a name in quotes has to hold one for that. */
function isRetold(body: string): boolean {
  return /['"]|(?:`[^`]*){3}/.test(body);
}

/** The rows with the bodies that were shown. */
export function withBodies(
  { routines, triggers, events }: Bodies,
  shown: readonly Shown[],
  executedComments: RegExp,
): Bodies {
  const definitions = new Map(shown.map((each) => [`${each.what} ${each.name}`, each]));
  const bodyOf = (what: string, { name, mode }: { readonly name: string; readonly mode: string }) => {
    const definition = definitions.get(`${what} ${name}`);
    // It is shown as it is read.
    return definition && bodyIn(definition, lexisIn(executedComments, modesOfFiles(mode)));
  };
  return {
    routines: routines.map((row) => ({ ...row, body: bodyOf(row.type, row) ?? row.body })),
    triggers: triggers.map((row) => ({ ...row, body: bodyOf('TRIGGER', row) ?? row.body })),
    events: events.map((row) => ({ ...row, body: bodyOf('EVENT', row) ?? row.body })),
  };
}

function bodyIn({ what, text }: Shown, lexis: Lexis): string | undefined {
  switch (what) {
    case 'FUNCTION':
    case 'PROCEDURE':
      return bodyOfRoutine(text, what, lexis);
    case 'PACKAGE':
    case 'PACKAGE BODY':
      return bodyOfPackage(text, what, lexis);
    case 'TRIGGER':
      return behind(['FOR', 'EACH', 'ROW'], text, lexis);
    case 'EVENT':
      return behind(['DO'], text, lexis);
    case 'TABLE':
    case 'VIEW':
      return undefined;
    default:
      return what satisfies never;
  }
}

/** What follows these words, where they stand for the first time. */
function behind(words: readonly string[], text: string, lexis: Lexis): string | undefined {
  const tokens = tokenizeMeaning(text, lexis);
  const at = tokens.findIndex((_, i) =>
    words.every((word, n) => tokens[i + n]?.type === 'word' && tokens[i + n]?.text.toUpperCase() === word),
  );
  const last = at < 0 ? undefined : tokens[at + words.length - 1];
  return last && text.slice(last.start + last.text.length).trimStart();
}

/** What follows the name and the characteristics. */
function bodyOfPackage(text: string, what: 'PACKAGE' | 'PACKAGE BODY', lexis: Lexis): string | undefined {
  const tokens = tokenizeMeaning(text, lexis);
  const is = (at: number, ...words: readonly string[]) =>
    words.every((word, n) => tokens[at + n]?.type === 'word' && tokens[at + n]?.text === word);
  const title = tokens.findIndex((_, i) => is(i, 'PACKAGE'));
  let at = title + (what === 'PACKAGE' ? 2 : 3);
  if (is(at, 'SQL', 'SECURITY')) at += 3;
  if (is(at, 'COMMENT')) at += 2;
  const first = tokens[at];
  return title < 0 ? undefined : first && text.slice(first.start);
}

/** What follows the parameters and the type, and the characteristics, which stand on lines of their own behind four blanks. */
function bodyOfRoutine(text: string, what: string, lexis: Lexis): string | undefined {
  const tokens = tokenizeMeaning(text, lexis);
  let depth = 0;
  const title = tokens.findIndex((token) => token.type === 'word' && token.text === what);
  for (let i = title + 1; i < tokens.length - 1; i++) {
    const [token, next] = [tokens[i], tokens[i + 1]];
    if (token?.text === '(') depth++;
    if (token?.text === ')') depth--;
    if (!token || !next || depth > 0) continue;
    const end = token.start + token.text.length;
    const gap = text.slice(end, next.start);
    if (gap.startsWith('\n') && !gap.startsWith('\n    ')) return text.slice(end + 1);
  }
  return undefined;
}
