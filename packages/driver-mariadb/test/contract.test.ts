import { contractOn } from '../../wire-mysql/test/contract.js';
import driver from '../src/index.js';

contractOn(['mariadb-10', 'mariadb-11'], driver, 'mariadb', {
  first: ['CREATE SEQUENCE numbers START WITH 5 INCREMENT BY 2'],
  // Not every version reads packages in its usual mode.
  beside: [
    'SET @usual = @@sql_mode',
    'SET sql_mode = ORACLE',
    'CREATE PACKAGE tools AS FUNCTION one RETURN INT; END',
    'CREATE PACKAGE BODY tools AS FUNCTION one RETURN INT AS BEGIN RETURN 1; END; END',
    'SET sql_mode = @usual',
  ],
});
