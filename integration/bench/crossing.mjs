import { fork } from 'node:child_process';

/** A child process that sends back what it is sent: what an RPC boundary would cost at the least. */
export async function crossing() {
  const child = fork(new URL('./echo.mjs', import.meta.url), { serialization: 'json' });
  const send = (message) =>
    new Promise((resolve, reject) => {
      const event = message === null ? 'exit' : 'message';
      child.once(event, (answer) => {
        child.off('error', reject);
        resolve(answer);
      });
      child.once('error', reject);
      child.send({ message });
    });
  return { send };
}
