import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { dataRoot } from './data-root.mjs';
import { commandOf, environmentIn, freePort } from './launch.mjs';
import { asOrdinaryUser, handOver } from './ordinary-user.mjs';
import { lastLines, output } from './output.mjs';
import { programsOf } from './programs.mjs';
import { servers } from './servers.mjs';
import { folderPrefix } from './sweep.mjs';

const readyWithinMs = 60_000;

export async function startOwnServer(name, options = {}) {
  const server = servers.find((known) => known.name === name);
  let root;
  try {
    root = await programsOf(server);
  } catch (error) {
    return { absent: error.message };
  }
  const folder = mkdtempSync(join(dataRoot(), `${folderPrefix}own-`));
  handOver(folder);
  const own = new OwnServer(server, root, folder, options);
  try {
    // Whoever sweeps up takes it for ours as long as this process lives.
    writeFileSync(join(folder, 'keeper.pid'), String(process.pid));
    await own.prepare();
    await own.start();
    return own;
  } catch (error) {
    await own[Symbol.asyncDispose]();
    throw error;
  }
}

class OwnServer {
  constructor(server, root, folder, options) {
    this.server = server;
    this.root = root;
    this.folder = folder;
    this.options = options;
    this.settings = options.settings;
  }

  get url() {
    return this.server.url(this.port);
  }

  async prepare() {
    const { data, files = {}, rules, made, port } = this.options;
    this.port = port ?? (await freePort());
    const copied = data !== undefined && [['cp', '-Rp', data, join(this.folder, 'data')]];
    for (const command of copied || this.server.prepare(this.root, this.folder, this.flagsOf(made))) {
      const [program, ...args] = asOrdinaryUser(command);
      await output(program, args, { cwd: this.folder, env: environmentIn(this.folder) });
    }
    for (const [name, content] of Object.entries(files)) this.write(name, content);
    if (rules)
      writeFileSync(join(this.folder, 'data/pg_hba.conf'), `${rules.map((rule) => this.placed(rule)).join('\n')}\n`);
  }

  async start(settings = this.settings) {
    this.settings = settings;
    const log = join(this.folder, 'server.log');
    const deadline = performance.now() + readyWithinMs;
    do {
      const child = this.spawn(log);
      while (!hasEnded(child)) {
        if (await this.isReady(child)) return;
        if (performance.now() > deadline) throw new Error(`it did not start: ${lastLines(readFileSync(log, 'utf8'))}`);
        await setTimeout(50);
      }
      // The sessions of a server that was killed take a moment to notice.
      await setTimeout(200);
    } while (performance.now() < deadline);
    throw new Error(`it did not start: ${lastLines(readFileSync(log, 'utf8'))}`);
  }

  spawn(log) {
    const command = commandOf(this.server, this.root, this.folder, this.port, this.flagsOf(this.settings));
    const [program, ...args] = asOrdinaryUser(command, { dieWith: this.server.stopSignal });
    const into = openSync(log, 'a');
    const options = {
      cwd: this.folder,
      env: environmentIn(this.folder),
      stdio: ['ignore', into, into],
      detached: true,
    };
    const child = spawn(program, args, options);
    closeSync(into);
    child.on('error', () => {});
    this.child = child;
    if (child.pid !== undefined) writeFileSync(join(this.folder, 'server.pid'), String(child.pid));
    return child;
  }

  flagsOf(settings = {}) {
    return Object.entries(settings).flatMap(([name, value]) => this.server.flag(name, this.placed(value)));
  }

  /** Ready is what the server itself writes down: a test may have shut everybody out. */
  async isReady({ pid }) {
    try {
      return await this.server.isReady(this.folder, { pid, port: this.port });
    } catch {
      return false;
    }
  }

  kill() {
    return this.end('SIGKILL');
  }

  stop() {
    return this.end(this.server.stopSignal);
  }

  freeze() {
    this.child?.kill('SIGSTOP');
  }

  thaw() {
    this.child?.kill('SIGCONT');
  }

  async end(signal) {
    const { child } = this;
    if (child === undefined || hasEnded(child)) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  write(name, content) {
    const path = join(this.folder, name);
    writeFileSync(path, content);
    chmodSync(path, 0o600);
    handOver(path);
    return path;
  }

  reload() {
    this.child?.kill('SIGHUP');
  }

  placed(text) {
    return text.replaceAll('{folder}', this.folder);
  }

  async [Symbol.asyncDispose]() {
    // What is frozen hears nothing.
    this.thaw();
    // A JVM takes SIGQUIT for a question.
    await this.end(this.server.quitSignal ?? 'SIGQUIT');
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

function hasEnded(child) {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}
