import type { ExpressionReading, ExpressionStyle } from '@sync/core';
import { postgresLexis } from '../lexis.js';
import { quoteText } from '../text/literal.js';
import { quoteName } from '../text/names.js';

const calls = { lower: 'lower', upper: 'upper', abs: 'abs', coalesce: 'coalesce', nullif: 'nullif', btrim: 'trim' };

/** How the server prints expressions. */
export const reading: ExpressionReading = {
  lexis: postgresLexis,
  text: (literal) =>
    /^e/i.test(literal)
      ? literal.slice(2, -1).replaceAll("''", "'").replace(/\\(.)/g, '$1')
      : literal.slice(1, -1).replaceAll("''", "'"),
  calls: {
    ...calls,
    length: 'char_length',
    char_length: 'char_length',
    character_length: 'char_length',
    octet_length: 'octet_length',
    now: 'current_timestamp',
    current_timestamp: 'current_timestamp',
  },
  bareCalls: { current_timestamp: 'current_timestamp', current_date: 'current_date' },
  joins: true,
};

const functions: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(calls).map(([own, common]) => [common, own])),
  char_length: 'length',
  octet_length: 'octet_length',
};

const words: Readonly<Record<string, string>> = {
  current_timestamp: 'CURRENT_TIMESTAMP',
  current_date: 'CURRENT_DATE',
};

/** How expressions are written for the server. */
export const expressions: ExpressionStyle = {
  name: quoteName,
  text: quoteText,
  truth: (value) => (value ? 'true' : 'false'),
  call: (name, of) => words[name] ?? (functions[name] && `${functions[name]}(${of.join(', ')})`),
  join: (left, right) => `${left} || ${right}`,
};
