import { tokenize } from '@sync/core';
import { postgresLexis } from '../../lexis.js';

/** The check of a domain, as the server prints it, with something in place of the value. */
export function valueIn(rule: string, value: string): string {
  return tokenize(rule, postgresLexis)
    .map(({ type, text }) => (type === 'word' && text === 'VALUE' ? value : text))
    .join('');
}
