import type { ExpressionReading, ExpressionStyle } from '@sync/core';
import { sqliteLexis } from '../lexis.js';
import { quoteName, quoteText } from '../text/names.js';

const same = ['lower', 'upper', 'abs', 'coalesce', 'nullif', 'trim', 'json_valid', 'octet_length'];
const calls: Readonly<Record<string, string>> = Object.fromEntries(same.map((name) => [name, name]));

/** How definitions are written, and kept as they are written. */
export const reading: ExpressionReading = {
  lexis: sqliteLexis,
  text: (literal) => literal.slice(1, -1).replaceAll("''", "'"),
  calls: { ...calls, length: 'char_length' },
  bareCalls: { current_timestamp: 'current_timestamp', current_date: 'current_date' },
  joins: true,
};

const words: Readonly<Record<string, string>> = {
  current_timestamp: 'CURRENT_TIMESTAMP',
  current_date: 'CURRENT_DATE',
};

/** How expressions are written. */
export const expressions: ExpressionStyle = {
  name: quoteName,
  text: quoteText,
  truth: (value) => (value ? '1' : '0'),
  call(name, of) {
    if (name === 'char_length') return `length(${of.join(', ')})`;
    return words[name] ?? (Object.hasOwn(calls, name) ? `${name}(${of.join(', ')})` : undefined);
  },
  join: (left, right) => `${left} || ${right}`,
};
