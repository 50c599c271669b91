// Starts one server, says so on stdout in one line of JSON, and stops it when stdin closes: the system closes it when the process that started us dies, however
// it dies.
import { once } from 'node:events';
import { binaries } from './methods/binaries.mjs';
import { compose } from './methods/compose.mjs';
import { debian } from './methods/debian.mjs';
import { environment } from './methods/environment.mjs';
import { go } from './methods/go.mjs';
import { maven } from './methods/maven.mjs';
import { servers } from './servers.mjs';
import { sweep } from './sweep.mjs';

const methods = [environment, compose, binaries, debian, go, maven];

const server = servers.find(({ name }) => name === process.argv[2]);
if (server === undefined) throw new Error(`no server is called ${process.argv[2]}`);

const over = Promise.race([
  once(process.stdin, 'close'),
  once(process.stdin, 'end'),
  once(process, 'SIGTERM'),
  once(process, 'SIGINT'),
  once(process, 'SIGHUP'),
]);
process.stdin.on('error', () => {});
process.stdout.on('error', () => {});
process.stdin.resume();

sweep();
const started = await firstThatStarts(server);
const { stop, ...facts } = started;
process.stdout.write(`${JSON.stringify({ ...facts, keeper: process.pid })}\n`);
if (stop) {
  await over;
  await stop();
}
process.stdin.destroy();

async function firstThatStarts(wanted) {
  const reasons = [];
  for (const method of methods.filter(({ suits }) => suits?.(wanted) ?? true)) {
    const result = await method.start(wanted);
    if (result.absent === undefined) return { ...result, method: method.name };
    reasons.push(`${method.name}: ${result.absent}`);
    if (method.isFinal(wanted)) break;
  }
  if (wanted.mayBeAbsent !== undefined) reasons.push(wanted.mayBeAbsent);
  return { absent: reasons.join('; ') };
}
