// A process of its own, to be stopped or killed by a test: `node child.mjs COMMAND PATH ARGUMENT`.
import { readFileSync, writeSync } from 'node:fs';
import driver from '@sync/driver-sqlite';
import Database from 'better-sqlite3';

const [command, path, argument] = process.argv.slice(2);
const say = (line) => writeSync(1, `${line}\n`);
const connect = (access) => driver.connect(driver.options({ url: `sqlite:${path}`, directory: '/' }), { access });
const waitForEnd = () => new Promise((resolve) => process.stdin.resume().on('end', resolve));

const commands = {
  async 'hold-lock'() {
    const connection = await connect('write');
    const lock = await connection.lock(argument, { waitMs: 0 });
    say('held');
    await waitForEnd();
    await lock[Symbol.asyncDispose]();
    await connection[Symbol.asyncDispose]();
  },
  async 'hold-file'() {
    const native = new Database(path);
    native.exec('BEGIN EXCLUSIVE');
    say('held');
    if (argument) setTimeout(() => native.close(), Number(argument));
    else await waitForEnd();
  },
  /** Runs statements as one, and stands still before the last of them. */
  async run() {
    const { statements, settings, stopAt } = JSON.parse(readFileSync(argument, 'utf8'));
    const connection = await connect('write');
    const onStatement = (index) => {
      if (index !== stopAt) return;
      say(`at ${index}`);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    };
    await connection.atomically(statements, { settings, onStatement });
  },
  async connect() {
    try {
      await connect(argument);
      say('connected');
    } catch (error) {
      say(JSON.stringify(error));
    }
  },
};

await commands[command]();
