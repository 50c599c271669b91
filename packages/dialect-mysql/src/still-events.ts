import { type Lexis, type Token, tokenizeMeaning, unquote } from '@sync/core';

const held = 'DISABLE ON SLAVE';

/**
 * A statement for a scratch database: an event that it makes, or enables, is held back as on a replica, since it would run there. Everything else is as it was.
 * https://dev.mysql.com/doc/refman/9.7/en/create-event.html
 */
export function stillEvents(text: string, lexis: Lexis): string {
  if (!/\bEVENT\b/i.test(text)) return text;
  const { tokens, words, at, first, end } = headOf(text, lexis);
  if (at === undefined) return text;
  const enabled = within(words, 'ENABLE', first, end);
  if (enabled) return splice(text, tokens[enabled], held);
  if (words[0] === 'ALTER' || within(words, 'DISABLE', first, end)) return text;
  const next = tokens[within(words, 'COMMENT', first, end) ?? end];
  return next ? `${text.slice(0, next.start)}${held} ${text.slice(next.start)}` : text;
}

/** What a statement says of whether another server is to run an event. */
interface SaidOfEvent {
  readonly name: string;
  /** What it is called from then on. */
  readonly as: string;
  /** Absent where it says nothing of that. */
  readonly held?: boolean;
}

/** What a statement that makes or alters an event says of whether another server is to run it; undefined where it is no such statement. */
export function saidOfEvent(text: string, lexis: Lexis): SaidOfEvent | undefined {
  if (!/\bEVENT\b/i.test(text)) return undefined;
  const { tokens, words, at, first, end } = headOf(text, lexis);
  if (at === undefined) return undefined;
  const name = nameAt(tokens, words[at + 1] === 'IF' ? at + 4 : at + 1, lexis);
  const renamed = within(words, 'RENAME', first, end);
  const disabled = within(words, 'DISABLE', first, end);
  const isSaid = words[0] === 'CREATE' || disabled !== undefined || within(words, 'ENABLE', first, end) !== undefined;
  return {
    name,
    as: renamed === undefined ? name : nameAt(tokens, renamed + 2, lexis),
    ...(isSaid && { held: disabled !== undefined && words[disabled + 1] === 'ON' }),
  };
}

/** The last part of a name that begins here. */
function nameAt(tokens: readonly Token[], at: number, lexis: Lexis): string {
  const token = tokens[tokens[at + 1]?.text === '.' ? at + 2 : at];
  return token ? unquote(token, lexis) : '';
}

/** The words of a statement, in capital letters, and where those about an event are: EVENT, what is said of it behind its name, and the body. */
function headOf(text: string, lexis: Lexis) {
  const tokens = tokenizeMeaning(text, lexis);
  const words = tokens.map((token) => (token.type === 'word' ? token.text.toUpperCase() : ''));
  const at = eventAt(words);
  const end = bodyAt(words, at ?? 0);
  const scheduled = words.indexOf('SCHEDULE', at);
  const first = scheduled < 0 || scheduled > end ? (at ?? 0) + 2 : scheduled;
  return { tokens, words, at, first, end };
}

/** Where EVENT stands in `CREATE OR REPLACE DEFINER=a@b EVENT`. */
function eventAt(words: readonly string[]): number | undefined {
  if (words[0] !== 'CREATE' && words[0] !== 'ALTER') return undefined;
  const at = words.indexOf('EVENT');
  const known = new Set(['CREATE', 'ALTER', 'OR', 'REPLACE']);
  const definer = words.indexOf('DEFINER');
  const head = words.slice(0, definer > 0 && definer < at ? definer : at);
  return at > 0 && at < 12 && head.every((word) => known.has(word)) ? at : undefined;
}

/** Where the body begins, or the end. */
function bodyAt(words: readonly string[], from: number): number {
  const at = words.indexOf('DO', from + 2);
  return at < 0 ? words.length : at;
}

function within(words: readonly string[], word: string, from: number, to: number): number | undefined {
  const at = words.indexOf(word, from);
  return at >= 0 && at < to ? at : undefined;
}

function splice(text: string, token: Token | undefined, by: string): string {
  return token ? `${text.slice(0, token.start)}${by}${text.slice(token.start + token.text.length)}` : text;
}
