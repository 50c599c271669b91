import { builtFromGo } from '../go.mjs';
import { launch } from '../launch.mjs';

/** The server's own program, built from its Go module. */
export const go = {
  name: 'go',
  suits: (server) => server.go !== undefined,
  isFinal: () => false,
  async start(server) {
    try {
      return await launch(server, await builtFromGo(server.name, server.go));
    } catch (error) {
      return { absent: error.message };
    }
  },
};
