import { expect, test } from 'vitest';
import { codes, connectError, isUndecided, noKeyspace, statementError } from '../src/errors.js';

test.each([
  ['app', 'CREATE KEYSPACE app WITH'],
  ['App', 'CREATE KEYSPACE "App" WITH'],
])('tells how keyspace %s is made, as the server reads its name', (keyspace, statement) => {
  expect(noKeyspace('cassandra://one:9042', keyspace).hint).toContain(statement);
});

test('an error of TLS is one line', () => {
  const said = '0A00010B:SSL routines:ssl3_get_record:wrong version number:\n';
  expect(connectError(new Error(said), 'cassandra://one:9042')).toMatchObject({
    code: 'CONNECTION_FAILED',
    message: expect.stringMatching(/^.*wrong version number:$/),
    details: { reason: 'tls' },
  });
});

test('whether a transaction came about that timed out is not known, and of one that was refused it is', () => {
  const isOpen = (code: number) => {
    const native = Object.assign(new Error('no'), { name: 'ResponseError', code });
    return isUndecided(statementError(native, { op: 'lock', statement: 'UPDATE' }, 'cassandra://one:9042'));
  };
  expect([codes.writeTimeout, codes.readTimeout, codes.transactionUnknown].map(isOpen)).toEqual([true, true, true]);
  expect([codes.invalid, codes.unavailable, codes.unauthorized].map(isOpen)).toEqual([false, false, false]);
});
