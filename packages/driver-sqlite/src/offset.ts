import { meaningful } from '@sync/dialect-sqlite';
import type Database from 'better-sqlite3';

/** How many places are tried before it is left at the statement. */
const triedAtMost = 200;

/**
 * Where in a statement SQLite found it wrong, as far as its words tell: better-sqlite3 does not hand over the offset that SQLite knows. Undefined rather than a
 * guess.
 */
export function offsetOf(error: unknown, text: string, native: Database.Database): number | undefined {
  const message = error instanceof Error ? error.message : '';
  if (message === 'incomplete input') return text.length;
  const near = /^near "(.*)": syntax error$/s.exec(message)?.[1];
  if (near !== undefined) return syntaxError(near, message, text, native);
  const named =
    /^unrecognized token: "(.*)"$/s.exec(message)?.[1] ??
    /^no such (?:column|table|function|index|module|collation sequence): (?:main\.)?(.+)$/s.exec(message)?.[1] ??
    /^unknown column "(.*)" in foreign key definition$/s.exec(message)?.[1] ??
    /^duplicate column name: (.*)$/s.exec(message)?.[1];
  return named === undefined || named === '' ? undefined : soleOffset(named, text);
}

/** What stands there once can only be meant there. */
function soleOffset(name: string, text: string): number | undefined {
  const isWordPart = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}_$]/u.test(char);
  const found: number[] = [];
  for (let at = text.indexOf(name); at >= 0 && found.length < 2; at = text.indexOf(name, at + name.length)) {
    const isWhole = !(isWordPart(name[0]) && isWordPart(text[at - 1])) && !isWordPart(text[at + name.length]);
    if (isWhole) found.push(at);
  }
  return found.length === 1 ? found[0] : undefined;
}

/** The parser complains of the first token that nothing can follow, so the text up to the right one fails with the same words, and up to an earlier one it does not. */
function syntaxError(near: string, message: string, text: string, native: Database.Database): number | undefined {
  const candidates = meaningful(text).filter((token) => token.text === near);
  const [only] = candidates;
  if (candidates.length < 2) return only?.start;
  const culprit = candidates
    .slice(0, triedAtMost)
    .find(({ start }) => refusal(text.slice(0, start + near.length), native) === message);
  return culprit?.start;
}

function refusal(text: string, native: Database.Database): string | undefined {
  try {
    native.prepare(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : undefined;
  }
}
