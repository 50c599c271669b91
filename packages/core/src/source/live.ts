import { inspect } from '../inspect/inspect.js';
import type { Source } from './compiled.js';

/** A database as it stands, named by its URL. */
export function liveSource(url: string, origin: string, scheme: string): Source {
  return {
    origin,
    engine: () => Promise.resolve(scheme),
    compile: async (context) => {
      await using connection = await context.connect(url);
      const inspection = await inspect(connection, context.driver, context.inspect);
      return { origin, ...inspection, renames: [], seeds: [], warnings: [], normalisedBy: 'server' };
    },
  };
}
