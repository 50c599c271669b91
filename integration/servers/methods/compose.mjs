import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { output } from '../output.mjs';

const file = join(import.meta.dirname, '../compose.yaml');

/** A container, where Docker with its compose plugin is at hand. */
export const compose = {
  name: 'compose',
  isFinal: () => false,
  async start(server) {
    if (!(await answers(['info'])) || !(await answers(['compose', 'version']))) return { absent: 'no Docker' };
    const { service, port } = server.compose;
    const project = `schema-sync-${service}-${randomUUID().slice(0, 8)}`;
    const run = (...args) => output('docker', ['compose', '--project-name', project, '--file', file, ...args]);
    const stop = () => run('down', '--volumes', '--timeout', '1').catch(() => {});
    try {
      await run('up', '--detach', '--wait', service);
      const address = await run('port', service, String(port));
      const url = server.url(address.trim().split(':').at(-1));
      return { url, version: await server.version(url), stop };
    } catch (error) {
      await stop();
      return { absent: `Docker could not start it: ${error.message}` };
    }
  },
};

function answers(args) {
  return output('docker', args, { timeout: 10_000 }).then(
    () => true,
    () => false,
  );
}
