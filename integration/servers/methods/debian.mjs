import { unpackedFromDebian } from '../debian.mjs';
import { launch } from '../launch.mjs';

/** The server's own program, from packages of Debian that are unpacked and not installed. */
export const debian = {
  name: 'debian',
  suits: (server) => server.debian !== undefined,
  isFinal: () => false,
  async start(server) {
    try {
      return await launch(server, await unpackedFromDebian(server.name, server.debian));
    } catch (error) {
      return { absent: error.message };
    }
  },
};
