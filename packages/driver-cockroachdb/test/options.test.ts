import { isSyncError } from '@sync/core';
import { expect, test } from 'vitest';
import driver from '../src/index.js';

const read = (url: string, settings = {}) => driver.options({ url, settings, directory: process.cwd() });

function failureOf(work: () => unknown) {
  try {
    work();
  } catch (error) {
    if (isSyncError(error)) return error;
  }
  throw new TypeError('it did not fail');
}

test.each(['cockroachdb', 'cockroach', 'postgres', 'postgresql'])('%s:// leads there', (scheme) => {
  const options = read(`${scheme}://app@db.example.com/shop`);
  expect(options.hosts).toEqual([{ name: 'db.example.com', port: 26257 }]);
  expect(driver.label(options)).toBe('cockroachdb://app@db.example.com/shop');
});

test('another port is shown, and several hosts have the usual one each', () => {
  expect(driver.label(read('cockroachdb://app:hunter2@one:5432/shop'))).toBe('cockroachdb://app@one:5432/shop');
  expect(read('cockroachdb://app@one,two:26258/shop').hosts.map(({ port }) => port)).toEqual([26257, 26258]);
});

test.each(['template', 'encoding', 'locale', 'schema', 'beside', 'pooler', 'lockTimeoutMs', 'lockRetries'])(
  'there is no setting %s',
  (setting) => {
    const error = failureOf(() => read('cockroachdb://app@one/shop', { [setting]: 'x' }));
    expect(error).toMatchObject({ code: 'CONFIG_INVALID', details: { setting } });
    expect(error.hint).toMatch(/^Take it out\. \w+/);
  },
);

test('there are no opt-in parts: `--with grants` is refused, and not left out without a word', () => {
  expect(driver.parts).toEqual([]);
});

test('a setting that is misspelt is told with the nearest', () => {
  expect(failureOf(() => read('cockroachdb://app@one/shop', { leasems: 1 })).hint).toContain('leaseMs');
});

test('what is no URL of it says which would be', () => {
  const error = failureOf(() => read('mysql://app:hunter2@one/shop'));
  expect(error.message).toContain('cockroachdb');
  expect(error.hint).toContain('26257');
  expect(JSON.stringify(error)).not.toContain('hunter2');
});
