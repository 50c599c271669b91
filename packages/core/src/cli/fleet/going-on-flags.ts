import { type Flags, fleetFlags, tenantTimeoutFlags, writingFlags } from '../flags.js';

/** What may be said of a run of a fleet that goes on; all else was said when it began. */
export const goingOnFlags = {
  parallel: { ...fleetFlags.parallel, description: 'how many tenants at a time (default: as it was begun)' },
  'tenant-timeout': {
    ...tenantTimeoutFlags['tenant-timeout'],
    description: 'how long one tenant may take before it is stopped and fails (default: as it was begun)',
  },
  'lock-wait': writingFlags['lock-wait'],
  yes: { ...writingFlags.yes, description: 'do not ask; nobody is asked where this is no terminal' },
} as const satisfies Flags;
