import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { evidenceFile, forgetServers, rememberServers } from './evidence.mjs';
import { servers, variableOf } from './servers.mjs';

/**
 * Starts every server that can be had here and writes down which those are. Resolves to the variables that tell tests where they are, the names of the absent
 * ones, and how to stop them; they also stop when this process ends in any other way.
 */
export async function startServers({ names = servers.map(({ name }) => name), evidence = evidenceFile } = {}) {
  forgetServers(evidence);
  const kept = await Promise.all(names.map(startOne));
  rememberServers(kept, evidence);
  const present = kept.filter(({ facts }) => facts.absent === undefined);
  return {
    env: Object.fromEntries(present.map(({ name, facts }) => [variableOf(name), facts.url])),
    absent: kept.filter(({ facts }) => facts.absent !== undefined).map(({ name }) => name),
    stop: async () => {
      await Promise.all(kept.map(({ stop }) => stop()));
    },
  };
}

async function startOne(name) {
  // A group of its own, so that an interrupt on the terminal leaves it the time to stop its server in order.
  const options = { stdio: ['pipe', 'pipe', 'inherit'], detached: true };
  const keeper = spawn(process.execPath, [join(import.meta.dirname, 'keeper.mjs'), name], options);
  const ended = once(keeper, 'close');
  keeper.stdin.on('error', () => {});
  const line = once(createInterface({ input: keeper.stdout }), 'line').then(([text]) => JSON.parse(text));
  const facts = await Promise.race([line, ended.then(() => ({ absent: 'its keeper died' }))]);
  return {
    name,
    facts,
    stop: async () => {
      keeper.stdin.end();
      await ended;
    },
  };
}
