// The driver of the same name whose process kills itself before the n-th statement of a writing connection, as DIE_AT says, for configs to name by its path.
import driver from '@sync/driver-postgres';
import { dying } from './dying.mjs';

export default {
  ...driver,
  async connect(options, request) {
    const connection = await driver.connect(options, request);
    return request.access === 'read' ? connection : dying(connection);
  },
};
