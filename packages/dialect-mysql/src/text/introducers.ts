import { type Lexis, tokenize } from '@sync/core';

/** Character sets in which the letters of ASCII are other bytes, and the one in which they are bytes only. */
const apart: ReadonlySet<string> = new Set(['_binary', '_ucs2', '_utf16', '_utf16le', '_utf32']);

/**
 * An expression without what says in which character set a text of ASCII stands: the server writes that of the session that made it, and dumps that of the column
 * beside it. https://dev.mysql.com/doc/refman/9.7/en/charset-introducer.html
 */
export function withoutIntroducers(expression: string, lexis: Lexis): string {
  if (!expression.includes('_')) return expression;
  const tokens = tokenize(expression, lexis);
  const kept = tokens.filter(({ type, text }, i) => {
    const next = tokens[i + 1];
    const introduces = type === 'word' && text.startsWith('_') && next?.type === 'string' && !apart.has(text);
    return !(introduces && isAscii(next.text));
  });
  return kept.map((token) => token.text).join('');
}

function isAscii(text: string): boolean {
  return Buffer.byteLength(text) === text.length;
}
