import { fork } from 'node:child_process';

/** A child process that sends back what it is sent: what an RPC boundary would cost at the least. */
export async function crossing() {
  const child = fork(new URL('./echo.mjs', import.meta.url), { serialization: 'json' });
  const send = (message) =>
    new Promise((resolve, reject) => {
      child.once('message', resolve);
      child.once('error', reject);
      if (message === null) child.once('exit', resolve);
      child.send({ message });
    });
  return { send };
}
