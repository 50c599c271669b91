import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rememberedServers } from '../../integration/servers/evidence.mjs';
import { root } from './run.mjs';

/** Engines that run inside of their driver, by the package that brings them. */
const embedded = { sqlite: 'driver-sqlite' };

/** Programs of engines that tests run scripts in: how they say their version. */
const clients = { 'sqlite3 client': ['sqlite3', '--version'] };

/** One line for each engine and each client: whether there is a real one, in its own words, and if not, why. */
export async function engineLines() {
  const found = { ...rememberedServers() };
  for (const [name, driver] of Object.entries(embedded)) found[name] = await openEmbedded(driver);
  for (const [name, command] of Object.entries(clients)) found[name] = askClient(command);
  return Object.entries(found)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { present, version = '', method, reason = '' }]) => {
      const how = method === undefined ? '' : ` (${method})`;
      return `${name.padEnd(16)} ${present ? `present ${version}${how}` : `absent  ${reason}`}`.trimEnd();
    });
}

/** Opens a scratch database and has it say its version. */
async function openEmbedded(name) {
  try {
    const file = join(root, 'packages', name, 'dist/index.js');
    const { default: driver } = await import(pathToFileURL(file).href);
    const scratch = await driver.scratch(undefined);
    const version = scratch.server.version.join('.');
    await scratch[Symbol.asyncDispose]();
    return { present: true, version, method: 'embedded' };
  } catch (error) {
    return { present: false, reason: error.message.split('\n')[0] };
  }
}

function askClient([program, ...args]) {
  const { status, stdout, error } = spawnSync(program, args, { encoding: 'utf8' });
  if (status === 0) return { present: true, version: stdout.split(/\s/)[0] };
  return { present: false, reason: error ? `${program} cannot be started: ${error.code}` : `exit code ${status}` };
}
