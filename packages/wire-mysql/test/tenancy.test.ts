import { mysqlFlavour } from '@sync/dialect-mysql';
import { expect, test } from 'vitest';
import { driverOf } from '../src/index.js';

const { tenancy } = driverOf(mysqlFlavour, ['mysql']);
const at = (name: string) => tenancy?.database?.at({ url: 'mysql://root@db.example.com', directory: '/' }, name);

test('a tenant is a database of up to 64 characters, however many bytes they take', () => {
  expect(at('ü'.repeat(64))).toMatchObject({ url: expect.stringContaining('%C3%BC') });
  expect(() => at('ü'.repeat(65))).toThrow(
    expect.objectContaining({ code: 'TENANT_INVALID', hint: expect.stringContaining('64 characters') }),
  );
});

test.each(['', 'a\0b'])('%j is no tenant', (name) => {
  expect(() => at(name)).toThrow(expect.objectContaining({ code: 'TENANT_INVALID' }));
});
