import type { SyncError } from '../errors.js';
import type { TenantContext } from '../tenant/context.js';

/** A tenant as one of a fleet. */
export interface Member {
  readonly tenant: TenantContext;
  readonly group?: string;
  /** Where it lies, for people: without a secret. */
  readonly label: string;
  /** What all ways to it have in common, as the driver tells it; absent where nobody can tell how to connect to it. */
  readonly identity?: string;
  /** What it is called in the place that the fleet shares, where it lies there. */
  readonly name?: string;
  /** Why nobody can tell how to connect to it: it fails with this, whatever is asked of it. */
  readonly unreachable?: SyncError;
}

/** Throws where nobody can tell how to connect to a tenant. */
export function requireReachable({ unreachable }: Member): void {
  if (unreachable) throw unreachable;
}
