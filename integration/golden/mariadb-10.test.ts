import driver from '@sync/driver-mariadb';
import { mysqlCases } from './mysql-cases.js';

mysqlCases('mariadb-10', {
  driver,
  folders: ['every', 'mariadb'],
  flavours: ['mariadb-10', 'mariadb'],
  // All of them are played to their end on the newest version.
  isBrief: process.env.TEST_LONG !== '1',
});
