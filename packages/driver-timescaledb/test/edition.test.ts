import type { RenderContext } from '@sync/core';
import { expect, test } from 'vitest';
import { lacking } from '../src/kinds/edition.js';
import { meaningOf } from '../src/meaning.js';

const on = (...features: readonly string[]) =>
  ({ server: { product: 'PostgreSQL', version: [17, 5], features: new Set(features) } }) as Pick<
    RenderContext,
    'server'
  >;

test('what the Apache edition lacks is refused by name, with the way round it', () => {
  expect(lacking('m has a retention policy', on('apache-edition'))).toEqual({
    impossible: expect.stringContaining(
      'm has a retention policy, which the Apache edition of TimescaleDB does not have',
    ),
    hint: expect.stringContaining('Install the Community edition'),
  });
  expect(lacking('m has a retention policy', on())).toBeUndefined();
});

test('errors of the extension are told from those of the server', () => {
  const message = 'functionality not supported under the current "apache" license';
  expect(meaningOf({ code: '0A000', message })?.hint).toContain('Community edition');
  const between = 'hypertables cannot be used as foreign key references of hypertables';
  expect(meaningOf({ code: '0A000', message: between })?.hint).toContain('keep one of the two a plain table');
  expect(meaningOf({ code: 'TS103', message: '' })?.hint).toContain('dealt by');
  expect(meaningOf({ code: '0A000', message: 'not supported' })).toBeUndefined();
});
