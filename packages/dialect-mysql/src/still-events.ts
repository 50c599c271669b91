import { type Lexis, type Token, tokenizeMeaning } from '@sync/core';

const held = 'DISABLE ON SLAVE';

/**
 * A statement for a scratch database: an event that it makes, or enables, is held back as on a replica, since it would run there. Everything else is as it was.
 * https://dev.mysql.com/doc/refman/9.7/en/create-event.html
 */
export function stillEvents(text: string, lexis: Lexis): string {
  if (!/\bEVENT\b/i.test(text)) return text;
  const tokens = tokenizeMeaning(text, lexis);
  const words = tokens.map((token) => (token.type === 'word' ? token.text.toUpperCase() : ''));
  const at = eventAt(words);
  if (at === undefined) return text;
  const end = bodyAt(words, at);
  const scheduled = words.indexOf('SCHEDULE', at);
  const first = scheduled < 0 || scheduled > end ? at + 2 : scheduled;
  const enabled = within(words, 'ENABLE', first, end);
  if (enabled) return splice(text, tokens[enabled], held);
  if (words[0] === 'ALTER' || within(words, 'DISABLE', first, end)) return text;
  const next = tokens[within(words, 'COMMENT', first, end) ?? end];
  return next ? `${text.slice(0, next.start)}${held} ${text.slice(next.start)}` : text;
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
