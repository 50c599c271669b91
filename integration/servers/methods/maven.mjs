import { launch } from '../launch.mjs';
import { resolvedByMaven } from '../maven.mjs';

/** The server's own program, from the libraries that Maven resolves. */
export const maven = {
  name: 'maven',
  suits: (server) => server.maven !== undefined,
  isFinal: () => false,
  async start(server) {
    try {
      return await launch(server, await resolvedByMaven(server.name, server.maven));
    } catch (error) {
      return { absent: error.message };
    }
  },
};
