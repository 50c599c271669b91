import { type Dialect, type Json, type Token, tokenize, unquote } from '@sync/core';
import { describe, expect, test } from 'vitest';
import type { ContractOptions } from '../options.js';
import { hostileNames, hostileTexts } from './hostile.js';

type PureOptions = Pick<ContractOptions, 'driver'>;

export function testDialect({ driver }: PureOptions): void {
  const { dialect } = driver;

  describe('quotes a name into one token that means the name', () => {
    test.each(hostileNames.map((name) => [JSON.stringify(name), name]))('%s', (_, name) => {
      const tokens = tokensOf(dialect.quote(name), dialect);
      expect(tokens.map((token) => token.type)).toHaveLength(1);
      const token = tokens[0] ?? expect.fail('there is a token');
      expect(['word', 'quoted']).toContain(token.type);
      const meant = unquote(token, dialect.lexis);
      // A bare word means what the server folds it to; quotes keep the spelling.
      if (token.type === 'quoted') expect(meant).toBe(name);
      else expect(dialect.fold(meant)).toBe(dialect.fold(name));
    });
  });

  test('quotes different names differently', () => {
    expect(new Set(hostileNames.map((name) => dialect.quote(name))).size).toBe(hostileNames.length);
  });

  test('folds a name that is folded already to itself', () => {
    for (const name of hostileNames) expect(dialect.fold(dialect.fold(name))).toBe(dialect.fold(name));
  });

  test('folds names that are not spellings of each other apart', () => {
    const folded = hostileNames.map((name) => dialect.fold(name));
    expect(new Set(folded).size).toBe(hostileNames.length);
  });

  describe('writes a text as a literal that cannot be broken out of', () => {
    test.each(hostileTexts.map((text) => [JSON.stringify(text), text]))('%s', (_, text) => {
      expectContained(dialect.literal(text), dialect);
    });
  });

  test('writes different values differently', () => {
    const values: readonly Json[] = [
      null,
      true,
      false,
      0,
      1,
      -1,
      1.5,
      1e21,
      'a',
      'A',
      '1',
      'null',
      '1.5',
      ...hostileTexts,
    ];
    const distinct = new Set(values.map((value) => JSON.stringify(value)));
    const written = new Set(values.map((value) => dialect.literal(value)));
    // An engine without booleans writes them as numbers.
    expect(written.size).toBeGreaterThanOrEqual(distinct.size - 2);
    for (const text of ['1', 'null', '1.5']) expect(dialect.literal(text)).not.toBe(text);
  });

  test('writes every plain value as one that cannot be broken out of', () => {
    for (const value of [null, true, false, 0, -7, 0.25, 1e21, Number.MAX_SAFE_INTEGER])
      expectContained(dialect.literal(value), dialect);
  });

  test('gives each position of a statement a placeholder', () => {
    for (const position of [1, 2, 10]) expect(dialect.bookkeeping.placeholder(position).trim()).not.toBe('');
  });

  test('knows types for the tables that schema-sync keeps', () => {
    for (const type of Object.values(dialect.bookkeeping.types)) expect(type.trim()).not.toBe('');
  });
}

function tokensOf(text: string, { lexis }: Dialect): readonly Token[] {
  return [...tokenize(text, lexis)].filter((token) => token.type !== 'space');
}

/** Neither a comment nor the end of the statement may get out of a literal, and no quote may stay open. */
function expectContained(literal: string, dialect: Dialect): void {
  const mark = 'end_of_literal';
  const tokens = tokensOf(`${literal} ${mark}`, dialect);
  expect(tokens.at(-1)?.text, `what follows ${literal}`).toBe(mark);
  for (const token of tokens) {
    expect(token.type, `in ${literal}`).not.toBe('comment');
    expect(token.text, `in ${literal}`).not.toBe(';');
  }
}
