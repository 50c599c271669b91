import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SettingsReader, writtenHost } from '../../src/contract/settings-reader.js';

const reader = new SettingsReader({
  product: 'Acme',
  names: ['user', 'password', 'ca', 'waitMs'],
  secrets: ['password'],
  example: 'For example: acme://one.',
});

const wrong = (words: string, setting?: string) =>
  expect.objectContaining({
    code: 'CONFIG_INVALID',
    message: expect.stringContaining(words) as unknown,
    ...(setting !== undefined && { details: { setting } }),
  });

test('settings beside a URL come before those in it, of which secrets are none', () => {
  expect(reader.given('waitMs=5&user=ada', { user: 'grace' })).toEqual({ waitMs: 5, user: 'grace' });
  expect(() => reader.given('password=hunter2', {})).toThrow(wrong('Acme has no setting password', 'password'));
  expect(() => reader.given('', { waitMS: 5 })).toThrow(expect.objectContaining({ hint: 'Did you mean waitMs?' }));
});

test('texts and spans of time are what they are, or refused without being shown', () => {
  expect([reader.text(undefined, 'user'), reader.text(7, 'user')]).toEqual([undefined, '7']);
  expect(() => reader.text({ secret: 'hunter2' }, 'user')).toThrow(wrong('user must be a text', 'user'));
  expect(reader.milliseconds(undefined, 'waitMs', { usual: 9, least: 1 })).toBe(9);
  for (const value of [0, 1.5, '5', 2 ** 31])
    expect(() => reader.milliseconds(value, 'waitMs', { usual: 9, least: 1 })).toThrow(wrong('from 1 on', 'waitMs'));
});

test('PEM files are read where TLS is spoken', () => {
  const directory = mkdtempSync(join(tmpdir(), 'schema-sync-settings-'));
  try {
    writeFileSync(join(directory, 'ca.pem'), 'PEM');
    const pem = (ca: string | undefined, isSpoken: boolean) =>
      reader.pem({ ca }, directory, { isSpoken, without: 'Speak it.' });
    expect(pem('ca.pem', true)).toEqual({ ca: 'PEM' });
    expect(pem(undefined, false)).toBeUndefined();
    expect(() => pem('ca.pem', false)).toThrow(expect.objectContaining({ hint: 'Speak it.' }));
    expect(() => pem('none.pem', true)).toThrow(wrong('cannot be read', 'ca'));
  } finally {
    rmSync(directory, { recursive: true });
  }
});

test('the account and the hosts of a URL are decoded, and read back as they are written', () => {
  expect(reader.account('a%40b:c:d')).toEqual({ user: 'a@b', password: 'c:d' });
  expect(reader.account('ada')).toEqual({ user: 'ada' });
  expect([reader.host('One'), reader.host('[::1]:5')]).toEqual([{ host: 'one' }, { host: '::1', port: 5 }]);
  expect(
    [
      { host: '::1', port: 5 },
      { host: 'one', port: 6 },
    ].map(writtenHost),
  ).toEqual(['[::1]:5', 'one:6']);
  for (const written of ['', 'one:0', 'one:99999', 'one:two'])
    expect(() => reader.host(written)).toThrow(wrong('node'));
  expect(() => reader.decode('%zz')).toThrow(wrong('stands for nothing'));
});
