import type { PlanRequest } from '../engine-types.js';
import { usage } from './arguments.js';
import type { Invocation } from './command.js';
import type { Workbench } from './workbench.js';

/** Which tables are changed online, as the command line says, or else the config. */
export function onlineRequest(invocation: Invocation, { settings }: Workbench): Pick<PlanRequest, 'online'> {
  return { ...(settings.online !== undefined && { online: settings.online }), ...onlineSaid(invocation) };
}

/** The same as far as the command line says it. */
export function onlineSaid({ flags }: Invocation): Pick<PlanRequest, 'online'> {
  const { online = false, 'no-online': notOnline = false } = flags as {
    readonly online?: boolean;
    readonly 'no-online'?: boolean;
  };
  if (online && notOnline) throw usage('--online and --no-online contradict each other', 'Keep one of them.');
  if (online) return { online: 'always' };
  return notOnline ? { online: 'never' } : {};
}
