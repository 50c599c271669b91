import type { TenantRecord } from '../../fleet/run-record.js';
import { countsOf } from './noted-run.js';
import type { ShownRun } from './open-run.js';

/** A run of a fleet, for programs. */
export function fleetRunDocument({ settings, passed, ...run }: ShownRun) {
  return { ...run, waves: settings.waves.map((name, i) => ({ name, passed: i < passed })) };
}

/** The tenants of a run, for programs. */
export function tenantsDocument(tenants: readonly TenantRecord[]) {
  return { counts: countsOf(tenants), tenants: tenants.map(({ identityHash: _, ...told }) => told) };
}
