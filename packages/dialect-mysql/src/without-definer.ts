import { type Lexis, type Session, type SyncError, tokenizeMeaning } from '@sync/core';

/** What stands behind the clause that says whose rights a body runs with. */
const behind: ReadonlySet<string> = new Set([
  'SQL',
  'VIEW',
  'AGGREGATE',
  'FUNCTION',
  'PROCEDURE',
  'PACKAGE',
  'TRIGGER',
  'EVENT',
]);

/**
 * A statement without its DEFINER clause; undefined where it has none. To say that somebody else's rights count takes a right of its own, and in a scratch database it
 * says nothing. https://dev.mysql.com/doc/refman/9.7/en/stored-objects-security.html
 */
export function withoutDefiner(text: string, lexis: Lexis): string | undefined {
  if (!/\bDEFINER\b/i.test(text)) return undefined;
  const tokens = tokenizeMeaning(text, lexis);
  const words = tokens.map((token) => (token.type === 'word' ? token.text.toUpperCase() : ''));
  const at = words.indexOf('DEFINER');
  const isClause = (words[0] === 'CREATE' || words[0] === 'ALTER') && tokens[at + 1]?.text === '=';
  const [definer, next] = [tokens[at], tokens[words.findIndex((word, i) => i > at + 2 && behind.has(word))]];
  return isClause && definer && next ? `${text.slice(0, definer.start)}${text.slice(next.start)}` : undefined;
}

/** A session of a scratch database, which may have left out whose rights something runs with. */
export interface DefiningSession extends Session {
  /** Why the server did not take what was said of it; undefined where nothing was left out. */
  refusedDefiner(): SyncError | undefined;
}

/** The same for any session. */
export function refusedDefiner(session: Session): SyncError | undefined {
  return 'refusedDefiner' in session ? (session as DefiningSession).refusedDefiner() : undefined;
}
