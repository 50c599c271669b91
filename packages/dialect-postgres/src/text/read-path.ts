import { tokenize, unquote } from '@sync/core';
import { postgresLexis } from '../lexis.js';

/** The names of a path that the server printed, `public."My type"`; undefined for what is none. */
export function readPath(text: string): readonly string[] | undefined {
  const tokens = tokenize(text, postgresLexis);
  const isPath = tokens.every(({ type, text: each }, i) =>
    i % 2 === 0 ? type === 'word' || type === 'quoted' : each === '.',
  );
  return isPath ? tokens.flatMap((token, i) => (i % 2 === 0 ? [unquote(token, postgresLexis)] : [])) : undefined;
}
