import { mariadbFlavour, mysqlFlavour } from '@sync/dialect-mysql';
import { expect, test } from 'vitest';
import { versionOf, whyUnsupported } from '../src/supported.js';

test.each(['8.0.16', '8.4.3', '9.7.4-2', '8.0.36-28.1 Percona'])('MySQL %s is worked with', (text) => {
  expect(whyUnsupported(text, mysqlFlavour)).toBeUndefined();
});

test.each([
  '10.6.0-MariaDB',
  '10.11.18-MariaDB-0+deb12u1',
  '11.8.9-MariaDB',
  '5.5.5-10.11.2-MariaDB-log',
  '12.1.1-MariaDB',
])('MariaDB %s is worked with', (text) => {
  expect(whyUnsupported(text, mariadbFlavour)).toBeUndefined();
});

test.each([
  ['5.7.44-log', mysqlFlavour, 'MySQL 8.0.16'],
  ['8.0.15', mysqlFlavour, 'MySQL 8.0.16'],
  ['5.6.51', mysqlFlavour, 'MySQL 8.0.16'],
  ['10.5.27-MariaDB', mariadbFlavour, 'MariaDB 10.6'],
  ['5.5.5-10.3.39-MariaDB-log', mariadbFlavour, 'MariaDB 10.6'],
  ['5.5.68-MariaDB', mariadbFlavour, 'MariaDB 10.6'],
])('%s is refused with what to upgrade to', (text, flavour, oldest) => {
  const why = whyUnsupported(text, flavour);
  expect(why?.message).toContain(text);
  expect(why?.message).toContain(`${oldest} is the oldest`);
  expect(why?.hint).toContain(`Upgrade the server to ${oldest} or later`);
});

test('one of the family is not taken for the other, however old', () => {
  expect(whyUnsupported('5.5.68-MariaDB', mysqlFlavour)?.hint).toContain('mariadb://');
  expect(whyUnsupported('5.7.44-log', mariadbFlavour)?.hint).toContain('mysql://');
});

test('the number before its own is not the version of a server', () => {
  expect(versionOf('5.5.5-10.11.2-MariaDB-log')).toEqual([10, 11, 2]);
  expect(versionOf('9.7.4-2')).toEqual([9, 7, 4]);
});
