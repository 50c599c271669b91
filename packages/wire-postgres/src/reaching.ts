import { type Token, tokenizeMeaning } from '@sync/core';
import { insideOf, postgresDialect } from '@sync/dialect-postgres';

/** What belongs to the whole server, and the statements that make, alter or drop it. */
const serverWide: ReadonlySet<string> = new Set([
  'DATABASE',
  'ROLE',
  'USER',
  'GROUP',
  'TABLESPACE',
  'SUBSCRIPTION',
  'SYSTEM',
]);
const defining: ReadonlySet<string> = new Set(['CREATE', 'ALTER', 'DROP', 'REASSIGN']);

/** Whether a statement that begins with these words is about what belongs to the whole server. */
export function isServerWide([first = '', second = '', third]: readonly string[]): boolean {
  return defining.has(first) && serverWide.has(second) && third !== 'MAPPING';
}

/** Whether code that a statement holds, as it stands or in texts of its own, has statements about what belongs to the whole server. */
export function hasServerWideCode(text: string): boolean {
  return meaningOf(text).some(({ type, text: literal }) => {
    if (type !== 'string') return false;
    const code = insideOf(literal);
    const words = meaningOf(code).map((token) => (token.type === 'word' ? token.text.toUpperCase() : ''));
    return words.some((_, i) => isServerWide(words.slice(i, i + 3))) || hasServerWideCode(code);
  });
}

function meaningOf(text: string): readonly Token[] {
  return tokenizeMeaning(text, postgresDialect.lexis);
}
