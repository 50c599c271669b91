import { mariadbFlavour } from '@sync/dialect-mysql';
import { driverOf } from '@sync/wire-mysql';

/** MariaDB, over mysql2. */
export const mariadbDriver = driverOf(mariadbFlavour, ['mariadb']);
