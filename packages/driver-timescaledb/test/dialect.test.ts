import { describe, expect, test } from 'vitest';
import { timescaleDialect } from '../src/dialect.js';
import { spanOf, writeSpan } from '../src/kinds/interval.js';

describe('the statements of a desired state', () => {
  test.each([
    ["SELECT create_hypertable('m', 'time')", ['SELECT', 'CREATE_HYPERTABLE'], 'schema'],
    ["SELECT * FROM create_hypertable('m', 'time')", ['SELECT'], 'schema'],
    ["SELECT public.add_retention_policy('m', INTERVAL '1 day')", ['SELECT', 'PUBLIC'], 'schema'],
    ["CALL add_columnstore_policy('m', after => INTERVAL '1 day')", ['CALL'], 'schema'],
    ["SELECT set_config('search_path', '', false)", ['SELECT', 'SET_CONFIG'], 'ignored'],
    ["SELECT f(create_hypertable('m', 'time'))", ['SELECT', 'F'], 'ignored'],
    ["CALL refresh_continuous_aggregate('c', NULL, NULL)", ['CALL'], 'data'],
  ])('%s', (text, words, expected) => {
    expect(timescaleDialect.classify(words, [], text)).toBe(expected);
  });

  test('pass over the extension that the driver stands on, and over no other', () => {
    expect(timescaleDialect.classify(['CREATE', 'EXTENSION'], ['timescaledb'])).toBe('ignored');
    expect(timescaleDialect.classify(['CREATE', 'EXTENSION'], ['pg_trgm'])).toBe('schema');
  });

  test.each([
    ['CREATE EXTENSION timescaledb', 'ignored'],
    ['CREATE EXTENSION IF NOT EXISTS timescaledb WITH SCHEMA "public" CASCADE', 'ignored'],
    ['create extension timescaledb schema ts', { refused: expect.stringContaining('schema ts') as unknown }],
    [
      'CREATE EXTENSION timescaledb VERSION \'2.19\' SCHEMA "Ts"',
      { refused: expect.stringContaining('Ts') as unknown },
    ],
  ])('%s: the extension is in public, or refused', (text, expected) => {
    const read = timescaleDialect.classify(['CREATE', 'EXTENSION'], ['timescaledb'], text);
    if (typeof expected === 'string') expect(read).toBe(expected);
    else expect(read).toMatchObject(expected);
  });
});

describe('how long a chunk is', () => {
  test.each([
    ['604800000000', false, '7 days'],
    ['21600000000', false, '6 hours'],
    ['90000000', false, '90 seconds'],
    ['1500', false, '1500 microseconds'],
    ['1000', true, 1000],
  ])('%s', (length, isInteger, expected) => {
    expect(spanOf(length, isInteger)).toBe(expected);
  });

  test('is written as a time, or as it counts', () => {
    const literal = (value: string) => `'${value}'`;
    expect(writeSpan('7 days', literal)).toBe("INTERVAL '7 days'");
    expect(writeSpan(1000, literal)).toBe('1000');
  });
});
