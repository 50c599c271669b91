import { contractOn } from '../../wire-mysql/test/contract.js';
import driver from '../src/index.js';

contractOn(['mysql-9'], driver, 'mysql');
