import {
  type Address,
  address,
  type Found,
  type Impossible,
  type ObjectKind,
  partsOf,
  type Reading,
  type RenderContext,
  type SchemaObject,
  type StepDraft,
  schemaObject,
} from '@sync/core';
import { postgresDialect, qualifiedAt, shown } from '@sync/dialect-postgres';
import type { JobRow } from '../read/queries.js';
import { readTimescale, type Timescale } from '../read/read-timescale.js';
import { columnstoreAt, goesAlong, standingOn } from './columnstore-kind.js';
import { lacking } from './edition.js';
import { deletesRowsByPolicy, endsPolicy } from './hazards.js';
import {
  argumentOf,
  changedTimes,
  configDeltas,
  type JobConfig,
  type JobTimes,
  timeArguments,
  timeDeltas,
  timesOf,
} from './job-times.js';

/** What the server does by itself with a hypertable or an aggregate, from time to time. */
export interface PolicySpec extends JobTimes {
  readonly type: PolicyType;
  /** As the server keeps it, without the number of the hypertable. */
  readonly config: JobConfig;
}

export type PolicyType = 'retention' | 'columnstore' | 'reorder' | 'refresh';

type Policy = SchemaObject<PolicySpec>;

const { literal } = postgresDialect;

interface Way {
  readonly procedure: string;
  readonly add: string;
  readonly remove: string;
  /** The arguments that say what it does, by what its settings are called. */
  readonly args: Readonly<Record<string, string>>;
  /** Whether `add` is told how often. */
  readonly schedules: boolean;
  /** What the server gives it by itself, in all versions. */
  readonly usual: JobTimes;
}

/** By the procedures of the jobs, under names that all versions since 2.0 know. */
const ways: Readonly<Record<PolicyType, Way>> = {
  retention: {
    procedure: 'policy_retention',
    add: 'add_retention_policy',
    remove: 'remove_retention_policy',
    args: { drop_after: 'drop_after', drop_created_before: 'drop_created_before' },
    schedules: true,
    usual: { maxRuntime: '00:05:00', maxRetries: -1, retryPeriod: '00:05:00' },
  },
  columnstore: {
    procedure: 'policy_compression',
    add: 'add_compression_policy',
    remove: 'remove_compression_policy',
    args: { compress_after: 'compress_after', compress_created_before: 'compress_created_before' },
    schedules: true,
    usual: { maxRuntime: '00:00:00', maxRetries: -1, retryPeriod: '01:00:00' },
  },
  reorder: {
    procedure: 'policy_reorder',
    add: 'add_reorder_policy',
    remove: 'remove_reorder_policy',
    args: { index_name: 'index_name' },
    schedules: false,
    usual: { maxRuntime: '00:00:00', maxRetries: -1, retryPeriod: '00:05:00' },
  },
  refresh: {
    procedure: 'policy_refresh_continuous_aggregate',
    add: 'add_continuous_aggregate_policy',
    remove: 'remove_continuous_aggregate_policy',
    args: { start_offset: 'start_offset', end_offset: 'end_offset' },
    schedules: true,
    usual: { maxRuntime: '00:00:00', maxRetries: -1 },
  },
};

const typeOf = new Map(Object.entries(ways).map(([type, { procedure }]) => [procedure, type as PolicyType]));

/** Whether a job is one of a policy, and of which. */
export function policyType({ procSchema, procName }: JobRow): PolicyType | undefined {
  return /^_timescaledb_/.test(procSchema) ? typeOf.get(procName) : undefined;
}

export function policyAt(relation: Address, type: PolicyType): Address {
  return address('timescaledb/policy', ...partsOf(relation).parts, type);
}

/** Policies of hypertables and of continuous aggregates, changed in place: the job keeps its number and what it has counted. */
export const policyKind: ObjectKind<PolicySpec> = {
  kind: 'timescaledb/policy',
  title: 'policy',
  inspect: inspectPolicies,
  compare: ({ spec: from }, { spec: to }) => [...configDeltas(from.config, to.config), ...timeDeltas(from, to)],
  render(change, context) {
    switch (change.verb) {
      case 'create':
        return createPolicy(change.to, context);
      case 'drop':
        return dropPolicy(change.from, context);
      case 'rename':
        return [];
      case 'alter':
        return alterPolicy(change.from, change.to);
      default:
        return change satisfies never;
    }
  },
  describe: ({ spec: { config, schedule } }) => ({
    head: [
      ...Object.entries(config).map(([key, value]) => `${key.replaceAll('_', ' ')} ${String(value)}`),
      ...(schedule === undefined ? [] : [`every ${schedule}`]),
    ].join(', '),
  }),
};

function relationOf({ parent }: SchemaObject): string {
  return shown({ address: parent as Address });
}

function createPolicy(policy: Policy, context: RenderContext): readonly StepDraft[] | Impossible {
  const { type, config } = policy.spec;
  const lack = lacking(`${relationOf(policy)} has a ${type} policy`, context);
  if (lack) return lack;
  const { add, args, schedules, usual } = ways[type];
  const said = schedules && policy.spec.schedule !== undefined;
  // Both ends of what is refreshed have to be said, also where there is none.
  const told = Object.entries(args).flatMap(([key, argument]) => {
    const value = config[key];
    if (value === undefined && type !== 'refresh') return [];
    return [`${argument} => ${type === 'reorder' ? literal(String(value)) : argumentOf(value ?? null)}`];
  });
  const making = [
    literal(qualifiedAt(policy.parent as Address)),
    ...told,
    ...(said ? [`schedule_interval => INTERVAL ${literal(policy.spec.schedule ?? '')}`] : []),
  ];
  const rest = Object.keys(config).filter((key) => !(key in args));
  return [
    {
      summary: `add a ${type} policy to ${relationOf(policy)}`,
      sql: [
        { text: `SELECT ${add}(${making.join(', ')})` },
        ...alterJob(
          policy,
          rest,
          timeArguments(policy.spec, { ...usual, ...(said && { schedule: policy.spec.schedule }) }),
        ),
      ],
      hazards: type === 'retention' ? [deletesRowsByPolicy(relationOf(policy), ageIn(config))] : [],
    },
  ];
}

function ageIn(config: JobConfig): string {
  return String(config.drop_after ?? config.drop_created_before);
}

/** The job of a policy is found by what it is a policy of: its number is the server's. Some of its settings are changed and others taken away. */
function alterJob({ parent, spec: { type, config } }: Policy, keys: readonly string[], told: readonly string[]) {
  const set = Object.fromEntries(keys.flatMap((key) => (config[key] === undefined ? [] : [[key, config[key]]])));
  const gone = keys.filter((key) => config[key] === undefined);
  const changed = [
    ...gone.map((key) => `- ${literal(key)}`),
    ...(Object.keys(set).length > 0 ? [`|| ${literal(JSON.stringify(set))}::jsonb`] : []),
  ];
  const args = [...told, ...(changed.length > 0 ? [`config => j.config ${changed.join(' ')}`] : [])];
  if (args.length === 0) return [];
  const [name = '', schema = 'public'] = [...partsOf(parent as Address).parts].reverse();
  const text = `
SELECT alter_job(j.job_id, ${args.join(', ')})
FROM timescaledb_information.jobs j
WHERE j.proc_name = ${literal(ways[type].procedure)}
  AND j.hypertable_schema = ${literal(schema)} AND j.hypertable_name = ${literal(name)}`.trim();
  return [{ text }];
}

function dropPolicy(policy: Policy, context: RenderContext): readonly StepDraft[] {
  if (goesAlong(policy, context)) return [];
  const { type } = policy.spec;
  return [
    {
      summary: `remove the ${type} policy of ${relationOf(policy)}`,
      sql: [{ text: `SELECT ${ways[type].remove}(${literal(qualifiedAt(policy.parent as Address))})` }],
      hazards: [endsPolicy(type, relationOf(policy))],
    },
  ];
}

function alterPolicy(from: Policy, to: Policy): readonly StepDraft[] {
  const changed = configDeltas(from.spec.config, to.spec.config).map(({ path }) => path[1] ?? '');
  const deletes = to.spec.type === 'retention' && changed.length > 0;
  return [
    {
      summary: `change the ${to.spec.type} policy of ${relationOf(to)}`,
      sql: alterJob(to, changed, changedTimes(from.spec, to.spec)),
      hazards: deletes ? [deletesRowsByPolicy(relationOf(to), ageIn(to.spec.config))] : [],
    },
  ];
}

async function* inspectPolicies(reading: Reading): AsyncGenerator<Found<PolicySpec>> {
  const known = await readTimescale(reading);
  const [scope] = reading.scopes;
  const seen = new Set<Address>();
  for (const row of known.jobs) {
    const type = policyType(row);
    const parent = row.relation === null ? undefined : known.catalogue.addressOf('pg_class', row.relation);
    if (!scope || !type || parent === undefined) continue;
    const object = policyObject(row, type, parent, known);
    if (!seen.has(object.address)) yield { scope, object };
    else {
      const reason = 'a second policy of one sort on the same aggregate is not covered yet';
      yield {
        scope,
        unmanaged: { kind: `${type} policy`, name: `job ${row.id}`, in: shown({ address: parent }), reason },
      };
    }
    seen.add(object.address);
  }
}

function policyObject(row: JobRow, type: PolicyType, parent: Address, { catalogue, jobs }: Timescale): Policy {
  const { hypertable_id, mat_hypertable_id, ...config } = JSON.parse(row.config ?? '{}') as JobConfig;
  const on =
    type === 'columnstore'
      ? [columnstoreAt(parent), ...refreshOf(row, jobs).map(() => policyAt(parent, 'refresh'))]
      : [];
  const index = catalogue.addressOf('pg_class', row.index);
  return schemaObject<PolicySpec>({
    kind: 'timescaledb/policy',
    address: policyAt(parent, type),
    name: type,
    parent,
    spec: { type, config, ...timesOf(row) },
    needs: [...standingOn(parent), ...on, ...(index === undefined ? [] : [index])].sort(),
  });
}

/** The server moves into the columnstore only what is refreshed no more, and looks for that policy first. */
function refreshOf({ relation }: JobRow, jobs: readonly JobRow[]): readonly JobRow[] {
  return jobs.filter((job) => job.relation === relation && policyType(job) === 'refresh');
}
