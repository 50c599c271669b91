// The SQLite driver with a fault built in, for configs to name by its path. The fault is said in the environment:
//   DIE_AT=n     the process kills itself before its n-th statement of a writing connection, as a power cut would
//   MAX_PAGES=n  the database may not grow beyond so many pages, as on a full disk
import driver from '@sync/driver-sqlite';
import { dying, pass } from './dying.mjs';

const maxPages = Number(process.env.MAX_PAGES ?? 0);

function faulty(connection) {
  return dying(connection, {
    atomically: (batch, options = {}) => {
      const onStatement = (index) => {
        options.onStatement?.(index);
        pass();
      };
      // One more, for a death between the last statement and the commit.
      return connection.atomically([...batch, { text: 'SELECT 1' }], { ...options, onStatement }).then((done) => {
        pass();
        return done;
      });
    },
  });
}

export default {
  ...driver,
  async connect(options, request) {
    const connection = await driver.connect(options, request);
    if (request.access === 'read') return connection;
    // Without room in memory, changes reach the file long before they are committed: there is something to roll back.
    await connection.execute({ text: 'PRAGMA cache_size = 1' });
    if (maxPages > 0) await connection.execute({ text: `PRAGMA max_page_count = ${maxPages}` });
    return faulty(connection);
  },
};
