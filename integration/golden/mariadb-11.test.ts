import driver from '@sync/driver-mariadb';
import { mysqlCases } from './mysql-cases.js';

mysqlCases('mariadb-11', { driver, folders: ['every', 'mariadb', 'mariadb-11'], flavours: ['mariadb'] });
