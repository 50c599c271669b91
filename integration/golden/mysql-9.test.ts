import driver from '@sync/driver-mysql';
import { mysqlCases } from './mysql-cases.js';

mysqlCases('mysql-9', { driver, folders: ['every', 'mysql'], flavours: [] });
