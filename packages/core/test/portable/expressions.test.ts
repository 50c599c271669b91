import { describe, expect, test } from 'vitest';
import type { Lexis } from '../../src/contract/lexis.js';
import { boundOf, guard, rangeOfType, typeOfRange } from '../../src/portable/guard.js';
import { fitted } from '../../src/portable/names.js';
import { printExpression } from '../../src/portable/print-expression.js';
import { readExpression } from '../../src/portable/read-expression.js';

const lexis: Lexis = {
  identifierQuotes: [['"', '"']],
  stringQuotes: ["'"],
  backslashEscapes: false,
  dollarQuotes: false,
  lineComments: ['--'],
  nestedComments: false,
  operators: ['::', '||', '<=', '>=', '<>', '!='],
};
const reading = {
  lexis,
  text: (literal: string) => literal.slice(1, -1).replaceAll("''", "'"),
  calls: { length: 'char_length', lower: 'lower' },
  bareCalls: { current_timestamp: 'current_timestamp' },
  joins: true,
};
const style = {
  name: (column: string) => column,
  text: (value: string) => `'${value}'`,
  truth: (value: boolean) => String(value),
  call: (name: string, of: readonly string[]) => `${name}(${of.join(', ')})`,
  join: (left: string, right: string) => `${left} || ${right}`,
};
const again = (text: string) => {
  const expression = readExpression(text, reading);
  return expression && printExpression(expression, style);
};

describe('an expression of one engine', () => {
  test.each([
    ['((a >= 0) AND (a <= 10))', '(a >= 0) AND (a <= 10)'],
    ['a BETWEEN 0 AND 10', '(a >= 0) AND (a <= 10)'],
    ["((state)::text = ANY ((ARRAY['x'::character varying, 'y'::character varying])::text[]))", "state IN ('x', 'y')"],
    ["(state <> ALL (ARRAY['x'::text, 'y'::text]))", "NOT (state IN ('x', 'y'))"],
    ['NOT (a = 1)', 'a <> 1'],
    ['(total >= (0)::numeric)', 'total >= 0'],
    ["(a > '-5'::integer)", 'a > -5'],
    ['a IS NOT NULL OR b IS NULL', '(a IS NOT NULL) OR (b IS NULL)'],
    ['length(lower(a)) > 3 AND (b = 1 AND c = 2)', '(char_length(lower(a)) > 3) AND (b = 1) AND (c = 2)'],
    ['a - (b - c) * 2', 'a - ((b - c) * 2)'],
    ['CURRENT_TIMESTAMP', 'current_timestamp()'],
  ])('%s means %s everywhere', (text, meaning) => {
    expect(again(text)).toBe(meaning);
  });

  test.each([
    "a LIKE 'x%'",
    'a / 2 > 1',
    'md5(a) = b',
    '(a)::bigint = b',
    't.a = 1',
    'CASE WHEN a THEN b END',
    'a = ',
    '',
  ])('%s does not mean the same everywhere', (text) => {
    expect(again(text)).toBeUndefined();
  });

  test('does not become OR where two bars are that', () => {
    expect(readExpression('a || b', { ...reading, joins: false })).toBeUndefined();
  });
});

describe('a check that stands in for a type', () => {
  test.each([
    { column: 'a', range: ['-128', '127'] as const },
    { column: 'a', call: 'char_length', most: 40 },
    { column: 'a', call: 'octet_length', exactly: 16 },
    { column: 'a', values: [{ text: 'x' }, { text: 'y' }] },
    { column: 'a', call: 'json_valid' },
  ])('%o is read back', (bound) => {
    expect(boundOf(guard(bound))).toEqual(bound);
  });

  test('of integers tells which', () => {
    expect(rangeOfType({ base: 'integer', bits: 64, unsigned: true })).toEqual(['0', '18446744073709551615']);
    expect(typeOfRange(['0', '255'])).toEqual({ base: 'integer', bits: 8, unsigned: true });
    expect(typeOfRange(['0', '99'])).toBeUndefined();
  });
});

test('a name that is too long is cut to one of its own', () => {
  const names = { most: 20, unit: 'bytes' } as const;
  const [one, other] = ['é'.repeat(15), `${'é'.repeat(15)}x`].map((name) => fitted(name, { names }));
  expect(Buffer.byteLength(one ?? '')).toBeLessThanOrEqual(20);
  expect(one).not.toBe(other);
  expect(fitted('short', { names })).toBe('short');
});
