import type { TenantContext } from '../tenant/context.js';

/** A tenant as one of a fleet. */
export interface Member {
  readonly tenant: TenantContext;
  readonly group?: string;
  /** Where it lies, for people: without a secret. */
  readonly label: string;
}
