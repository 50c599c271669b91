import { createEngine, tenantContext } from '@sync/core';
import driver from '@sync/driver-postgres';

/** Runs a plan online and dies, as by kill -9, when it comes to a step. */
const [url, directory, goal, number] = process.argv.slice(2);
const tenant = tenantContext({ id: 'online', target: { url, directory } });
const engine = createEngine({ driver });
const plan = await engine.plan(tenant, goal, { online: 'always', prove: false });
const onEvent = (event) => {
  if (event.type === 'step' && event.number === Number(number)) process.kill(process.pid, 'SIGKILL');
};
await engine.apply(tenant, plan, { allow: 'all', prove: false, onEvent });
