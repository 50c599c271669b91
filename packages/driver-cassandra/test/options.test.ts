import { describe, expect, test } from 'vitest';
import driver from '../src/index.js';

const read = (url: string, settings?: Readonly<Record<string, unknown>>) =>
  driver.options({ url, directory: '/', ...(settings && { settings }) });

describe('the URL', () => {
  test('names nodes, whose port is that of the last one', () => {
    expect(driver.label(read('cassandra://one,two:9142,[::1]:1/app'))).toBe('cassandra://one:1,two:9142,[::1]:1/app');
    expect(driver.label(read('cassandra://one/app'))).toBe('cassandra://one:9042/app');
  });

  test('says who logs in, and settings beside it come first', () => {
    expect(read('cassandra://ada:a%2Fb@one/app')).toMatchObject({ username: 'ada', password: 'a/b' });
    expect(read('cassandra://ada:x@one/app', { password: 'y' })).toMatchObject({ username: 'ada', password: 'y' });
  });

  test('says of which data centre a node is asked, and how long to wait', () => {
    const options = read('cassandra://one/app?localDataCenter=eu&leaseMs=5000');
    expect(options).toMatchObject({ localDataCenter: 'eu', leaseMs: 5000, agreementMs: 60_000 });
  });

  test.each([
    'cassandra://one',
    'cassandra://one/',
    'cassandra://one/not-a-keyspace',
    'cassandra://one:0/app',
    'cassandra://o n e/app',
  ])('is refused: %s', (url) => {
    expect(() => read(url)).toThrow(expect.objectContaining({ code: 'CONFIG_INVALID' }));
  });

  test('may leave out the keyspace where only the cluster counts', () => {
    expect(driver.options({ url: 'cassandra://one', directory: '/', purpose: 'scratch' })).toMatchObject({
      keyspace: '',
    });
  });
});

test('certificates are asked for with TLS alone', () => {
  expect(() => read('cassandra://one/app', { ca: 'ca.pem' })).toThrow(/no TLS is spoken/);
  expect(read('cassandra://one/app?tls=true')).toMatchObject({ tls: {} });
});

test('one keyspace is one database, whichever node is named first and whoever connects', () => {
  expect(driver.identity?.(read('cassandra://ada@one,two/app'))).toBe(
    driver.identity?.(read('cassandra://two,one/app')),
  );
});
