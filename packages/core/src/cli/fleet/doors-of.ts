import type { Driver } from '../../contract/driver.js';
import { type ErrorCode, SyncError } from '../../errors.js';
import { Doors } from '../../fleet/doors.js';
import { mostPerTenant } from '../../fleet/room.js';
import { counted } from '../../model/counted.js';
import type { Invocation } from '../command.js';
import type { FoundFleet } from './find-fleet.js';

/** How often a connection is tried again where the config does not say: for some five seconds. */
const usualRetries = 4;

/** The doors that a fleet asks for. */
export function doorsOf({ values, at }: FoundFleet, { name, comesThroughDoor }: Driver): Doors {
  const { maxConnections, beginPerSecond, retries = usualRetries } = values;
  const limit = maxConnections === undefined ? 'beginPerSecond' : 'maxConnections';
  if (!comesThroughDoor && values[limit] !== undefined)
    throw refused(
      'CAPABILITY_MISSING',
      `${at}.${limit}: ${name} has no sessions on a server that are counted`,
      `Take it out; --parallel says how many tenants there are at a time.`,
    );
  if (maxConnections !== undefined && maxConnections < mostPerTenant)
    throw refused(
      'CONFIG_INVALID',
      `${at}.maxConnections: ${maxConnections} are too few`,
      `One tenant may take up to ${mostPerTenant}, with scratch beside it: write ${mostPerTenant} or more.`,
    );
  if (beginPerSecond === 0)
    throw refused(
      'CONFIG_INVALID',
      `${at}.beginPerSecond: with 0 no tenant is ever begun`,
      'Write 1 or more, or take it out.',
    );
  return new Doors({
    retries,
    ...(maxConnections !== undefined && { maxConnections }),
    ...(beginPerSecond !== undefined && { beginPerSecond }),
  });
}

/** Tells how often connections were tried again, and what for, where they were. */
export function noteRetries({ terminal }: Invocation, { retries, lastRefusal }: Doors): void {
  if (lastRefusal)
    terminal.note(`connections were tried again ${counted(retries, 'time')}, the last for: ${lastRefusal.message}`);
}

function refused(code: ErrorCode, message: string, hint: string): SyncError {
  return new SyncError({ code, op: 'config', message, hint });
}
