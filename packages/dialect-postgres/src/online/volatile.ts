import { tokenizeMeaning, unquote } from '@sync/core';
import { postgresLexis } from '../lexis.js';

/** The server's own functions that give another value for each row. */
const volatileFunctions: ReadonlySet<string> = new Set([
  'array_sample',
  'array_shuffle',
  'clock_timestamp',
  'currval',
  'gen_random_uuid',
  'lastval',
  'nextval',
  'random',
  'random_normal',
  'set_config',
  'setval',
  'timeofday',
  'uuidv4',
  'uuidv7',
]);

/**
 * Whether an expression that the server printed may have another value for each row, so that adding a column with it writes the whole table again. The server qualifies
 * every function but its own; what others do is not known here.
 */
export function mayBeVolatile(expression: string): boolean {
  const tokens = tokenizeMeaning(expression, postgresLexis);
  return tokens.some((token, i) => {
    if (tokens[i + 1]?.text !== '(' || (token.type !== 'word' && token.type !== 'quoted')) return false;
    const name = token.type === 'quoted' ? unquote(token, postgresLexis) : token.text;
    return tokens[i - 1]?.text === '.' || volatileFunctions.has(name);
  });
}
