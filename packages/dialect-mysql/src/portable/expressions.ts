import type { ExpressionReading, ExpressionStyle, Lexis } from '@sync/core';
import { quoteText } from '../text/literal.js';
import { quoteName } from '../text/names.js';
import { unescapeExpression } from '../text/unescape.js';

const same = ['lower', 'upper', 'abs', 'coalesce', 'nullif', 'trim', 'char_length', 'octet_length', 'json_valid'];
const calls: Readonly<Record<string, string>> = Object.fromEntries(same.map((name) => [name, name]));

/** How the servers of the family print expressions. */
export function readingIn(lexis: Lexis): ExpressionReading {
  return {
    lexis,
    text: (literal) => unescapeExpression(literal.slice(1, -1).replaceAll("''", "'")),
    calls: {
      ...calls,
      length: 'octet_length',
      lcase: 'lower',
      ucase: 'upper',
      character_length: 'char_length',
      current_timestamp: 'current_timestamp',
      now: 'current_timestamp',
      curdate: 'current_date',
    },
    bareCalls: { current_timestamp: 'current_timestamp', current_date: 'current_date' },
    joins: false,
  };
}

const words: Readonly<Record<string, string>> = {
  current_timestamp: 'CURRENT_TIMESTAMP',
  current_date: '(curdate())',
};

/** How expressions are written for the servers. */
export const expressions: ExpressionStyle = {
  name: quoteName,
  text: quoteText,
  truth: (value) => (value ? 'TRUE' : 'FALSE'),
  call: (name, of) => words[name] ?? (Object.hasOwn(calls, name) ? `${name}(${of.join(', ')})` : undefined),
  join: (left, right) => `concat(${left}, ${right})`,
};
