// The driver whose package FAULTY_DRIVER names, whose process kills itself at the n-th moment of a writing connection, as DIE_AT says, for configs to name by its path.
import { dying, pass } from './dying.mjs';

const { default: driver } = await import(process.env.FAULTY_DRIVER);

export default {
  ...driver,
  async connect(options, request) {
    const connection = await driver.connect(options, request);
    if (request.access === 'read') return connection;
    if (!connection.atomically) return dying(connection);
    return dying(connection, {
      // Before each statement of those that commit together, as far as the engine tells of them, and before and after all of them.
      atomically: async (batch, given = {}) => {
        const onStatement = (index) => {
          given.onStatement?.(index);
          pass();
        };
        pass();
        const done = await connection.atomically(batch, { ...given, onStatement });
        pass();
        return done;
      },
    });
  },
};
