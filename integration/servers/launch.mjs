import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { dataRoot } from './data-root.mjs';
import { asOrdinaryUser, handOver } from './ordinary-user.mjs';
import { lastLines, output } from './output.mjs';
import { folderPrefix } from './sweep.mjs';

const readyWithinMs = 60_000;
const stoppedWithinMs = 10_000;

/** Starts a server with a data folder of its own, which goes when it is stopped. */
export async function launch(server, root) {
  const folder = mkdtempSync(join(dataRoot(), `${folderPrefix}${server.name}-`));
  handOver(folder);
  const log = join(folder, 'server.log');
  const end = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  try {
    writeFileSync(join(folder, 'keeper.pid'), String(process.pid));
    for (const command of server.prepare(root, folder)) {
      const [program, ...args] = asOrdinaryUser(command);
      await output(program, args, { cwd: folder, env: environmentIn(folder) });
    }
    for (let attempt = 1; ; attempt++) {
      const port = await freePort();
      const child = start(server, root, folder, port, log);
      const url = server.url(port);
      const version = await untilReady(server, url, child);
      if (version !== undefined) return { url, version, stop: () => stop(child, server.stopSignal).finally(end) };
      await stop(child, 'SIGKILL');
      // Somebody may have taken the port in between.
      if (attempt === 3) throw new Error(`it did not start: ${lastLines(readFileSync(log, 'utf8'))}`);
    }
  } catch (error) {
    end();
    throw error;
  }
}

/** What starts a server: its flags, those that a test adds, and what has to come behind all of them. */
export function commandOf(server, root, folder, port, flags = []) {
  return [...server.serve(root, folder, port), ...flags, ...(server.last?.(folder) ?? [])];
}

function start(server, root, folder, port, log) {
  const [program, ...args] = asOrdinaryUser(commandOf(server, root, folder, port), { dieWith: server.stopSignal });
  const into = openSync(log, 'a');
  // A group of its own: an interrupt on the terminal is for the one who started us, and we stop the server in order.
  const options = { cwd: folder, env: environmentIn(folder), stdio: ['ignore', into, into], detached: true };
  const child = spawn(program, args, options);
  closeSync(into);
  child.on('error', () => {});
  if (child.pid !== undefined) writeFileSync(join(folder, 'server.pid'), String(child.pid));
  return child;
}

/** The tests are to be the same on every machine, whatever its locale and time zone. */
export function environmentIn(folder) {
  return { PATH: process.env.PATH, HOME: folder, LANG: 'C', TZ: 'UTC' };
}

/** The version that the server says, or undefined when it died or took too long. */
async function untilReady(server, url, child) {
  const deadline = performance.now() + readyWithinMs;
  while (!hasEnded(child) && performance.now() < deadline) {
    try {
      return await server.version(url);
    } catch {
      await setTimeout(50);
    }
  }
  return undefined;
}

async function stop(child, signal) {
  if (hasEnded(child)) return;
  const ended = new Promise((settle) => child.once('exit', settle));
  child.kill(signal);
  const timer = new AbortController();
  const kill = setTimeout(stoppedWithinMs, undefined, { signal: timer.signal }).then(
    () => child.kill('SIGKILL'),
    () => {},
  );
  await ended;
  timer.abort();
  await kill;
}

function hasEnded(child) {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

/** A port of loopback that nobody listens on just now. */
export function freePort() {
  return new Promise((settle, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => settle(port));
    });
  });
}
