import { mysqlFlavour } from '@sync/dialect-mysql';
import { driverOf } from '@sync/wire-mysql';

/** MySQL, over mysql2. */
export const mysqlDriver = driverOf(mysqlFlavour, ['mysql']);
