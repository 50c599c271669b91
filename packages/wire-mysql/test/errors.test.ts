import { expect, test } from 'vitest';
import { toSyncError } from '../src/errors.js';

test('a session that was closed meanwhile is told as one that was lost, and not in the words of the library', () => {
  const native = new Error("Can't add new command when connection is in closed state");
  const error = toSyncError(native, { op: 'apply', label: 'mysql://h/d', statement: 'SELECT 1' });
  const lost = toSyncError(Object.assign(new Error('Connection lost: …'), { code: 'PROTOCOL_CONNECTION_LOST' }), {
    op: 'apply',
    label: 'mysql://h/d',
  });
  expect(error.message).toContain('Connection lost: the session was closed meanwhile.');
  expect(error.message).not.toContain('new command');
  expect([error.code, error.hint]).toEqual([lost.code, lost.hint]);
});

test('what a server reads and does not do is no matter of another ALGORITHM', () => {
  const told = (errno: number) =>
    toSyncError(Object.assign(new Error('not supported'), { errno }), { op: 'execute', label: 'mysql://h/d' });
  expect(told(1845)).toMatchObject({ code: 'UNSUPPORTED', hint: expect.stringContaining('another ALGORITHM') });
  expect(told(1235)).toMatchObject({ code: 'UNSUPPORTED', hint: expect.stringContaining('write it another way') });
});
