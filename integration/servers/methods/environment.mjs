import { variableOf } from '../servers.mjs';

/** A server that somebody runs already, named in the environment. */
export const environment = {
  name: 'environment',
  /** Whoever names a server wants that one: nothing else is tried. */
  isFinal: (server) => Boolean(process.env[variableOf(server.name)]),
  async start(server) {
    const variable = variableOf(server.name);
    const url = process.env[variable];
    if (!url) return { absent: `${variable} is not set` };
    try {
      return { url, version: await server.version(url), stop: async () => {} };
    } catch (error) {
      return { absent: `${variable}: ${error.message || error.code}` };
    }
  },
};
