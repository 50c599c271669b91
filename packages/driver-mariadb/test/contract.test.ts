import { contractOn } from '../../wire-mysql/test/contract.js';
import driver from '../src/index.js';

contractOn(['mariadb-10', 'mariadb-11'], driver, 'mariadb', ['CREATE SEQUENCE numbers START WITH 5 INCREMENT BY 2']);
