import { expect, test } from 'vitest';
import { typeFit } from '../src/kinds/table/type-fit.js';

const members = (count: number) => Array.from({ length: count }, (_, i) => `'m${i}'`).join(',');

test.each([
  ['binary(4)', 'binary(8)', 'converted'],
  ['int', 'int', 'same'],
  ['varchar(40)', 'varchar(60)', 'wider-text'],
  ['varchar(63)', 'varchar(64)', 'wider'],
  ['varchar(64)', 'varchar(63)', 'converted'],
  ['varchar(40)', 'text', 'wider'],
  ['text', 'varchar(40)', 'converted'],
  ['text', 'longtext', 'wider'],
  ['text', 'blob', 'converted'],
  ['int', 'bigint', 'wider'],
  ['int(5)', 'int(11)', 'same'],
  ['int(11)', 'int(5)', 'same'],
  ['int(5) unsigned zerofill', 'int unsigned', 'same'],
  ['int(5)', 'int(5) unsigned', 'converted'],
  ['int(11)', 'bigint(20)', 'wider'],
  ['bigint', 'int', 'converted'],
  ['int', 'int unsigned', 'converted'],
  ['int unsigned', 'bigint', 'wider'],
  ['int unsigned', 'int', 'converted'],
  ['decimal(10,2)', 'decimal(12,2)', 'wider'],
  ['decimal(10,2)', 'decimal(10,3)', 'converted'],
  ['datetime(3)', 'datetime(6)', 'wider'],
  ['datetime(3)', 'datetime', 'converted'],
  ["enum('a','b')", "enum('a','b','c')", 'appended'],
  ["enum('a','b')", "enum('b','a')", 'converted'],
  ["enum('a,b')", "enum('a,b','c''d')", 'appended'],
  ["set('a')", "set('a','b','c','d','e','f','g','h','i')", 'converted'],
  [`set(${members(33)})`, `set(${members(41)})`, 'appended'],
  [`set(${members(24)})`, `set(${members(33)})`, 'converted'],
  ['varchar(40)', 'varchar(40) /*M!100301 COMPRESSED*/', 'wider'],
  ['text', 'text /*M!100301 COMPRESSED*/', 'wider'],
])('%s → %s: %s', (from, to, fit) => {
  const column = (type: string) => ({ name: 'a', type, charset: 'utf8mb4' });
  expect(typeFit(column(from), column(to))).toBe(fit);
});

test.each([
  ['cp1251', 100, 255, 'wider-text'],
  ['cp1251', 100, 256, 'wider'],
  ['latin2', 255, 256, 'wider'],
  ['gbk', 64, 127, 'wider-text'],
  ['gbk', 127, 128, 'wider'],
  ['ujis', 85, 86, 'wider'],
  ['utf8mb3', 86, 300, 'wider-text'],
  ['gb18030', 63, 64, 'wider'],
  ['binary', 255, 256, 'wider'],
])('%s: varchar(%i) → varchar(%i): %s', (charset, from, to, fit) => {
  const column = (length: number) => ({ name: 'a', type: `varchar(${length})`, charset });
  expect(typeFit(column(from), column(to))).toBe(fit);
});
