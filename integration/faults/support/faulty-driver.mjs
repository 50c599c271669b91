// The SQLite driver with a fault built in, for configs to name by its path. The fault is said in the environment:
//   DIE_AT=n     the process kills itself before its n-th statement of a writing connection, as a power cut would
//   MAX_PAGES=n  the database may not grow beyond so many pages, as on a full disk
import driver from '@sync/driver-sqlite';

const dieAt = Number(process.env.DIE_AT ?? 0);
const maxPages = Number(process.env.MAX_PAGES ?? 0);
let statements = 0;

function pass() {
  if (++statements === dieAt) process.kill(process.pid, 'SIGKILL');
}

function faulty(connection) {
  return new Proxy(connection, {
    get(target, name) {
      if (name === 'execute') {
        return async (statement) => {
          pass();
          await target.execute(statement);
          pass();
        };
      }
      if (name === 'atomically') {
        return (batch, options = {}) => {
          const onStatement = (index) => {
            options.onStatement?.(index);
            pass();
          };
          // One more, for a death between the last statement and the commit.
          return target.atomically([...batch, { text: 'SELECT 1' }], { ...options, onStatement }).then((done) => {
            pass();
            return done;
          });
        };
      }
      const value = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
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
