import type { Book } from '../books/book.js';

/** The runs of fleets. What others ask of a run (`wanted`) and what it says of itself are columns of their own: neither writes over the other. */
export const fleetRuns: Book<
  | 'run'
  | 'fleet'
  | 'state'
  | 'wanted'
  | 'settings'
  | 'passed'
  | 'tenants'
  | 'done'
  | 'failed'
  | 'user_name'
  | 'host'
  | 'version'
  | 'started_at'
  | 'finished_at'
> = {
  table: '_schema_sync_fleet_runs',
  columns: {
    run: 'key',
    fleet: 'text',
    state: 'text',
    wanted: 'text',
    settings: 'text',
    passed: 'integer',
    tenants: 'integer',
    done: 'integer',
    failed: 'integer',
    user_name: 'text',
    host: 'text',
    version: 'text',
    started_at: 'text',
    finished_at: 'text',
  },
  key: ['run'],
  version: 1,
};

/** The plans of a run, one for each state that its tenants were in, and the groups that they are of. */
export const fleetPlans: Book<'run' | 'class' | 'plan' | 'missing' | 'groups'> = {
  table: '_schema_sync_fleet_plans',
  columns: { run: 'key', class: 'integer', plan: 'text', missing: 'integer', groups: 'text' },
  key: ['run', 'class'],
  version: 1,
};

/** The tenants of a run. They are found by a hash of their ids, since collations may take two of these for one. */
export const fleetTenants: Book<
  | 'run'
  | 'tenant_hash'
  | 'tenant'
  | 'place'
  | 'wave'
  | 'class'
  | 'group_name'
  | 'state'
  | 'attempts'
  | 'error'
  | 'target_run'
  | 'identity_hash'
  | 'started_at'
  | 'finished_at'
> = {
  table: '_schema_sync_fleet_tenants',
  columns: {
    run: 'key',
    tenant_hash: 'key',
    tenant: 'text',
    place: 'integer',
    wave: 'integer',
    class: 'integer',
    group_name: 'text',
    state: 'text',
    attempts: 'integer',
    error: 'text',
    target_run: 'text',
    identity_hash: 'text',
    started_at: 'text',
    finished_at: 'text',
  },
  key: ['run', 'tenant_hash'],
  version: 2,
  since: { identity_hash: 2 },
};
