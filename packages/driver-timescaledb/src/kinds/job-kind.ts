import {
  type Address,
  address,
  type Found,
  type ObjectKind,
  type Reading,
  type SchemaObject,
  type StepDraft,
  schemaObject,
} from '@sync/core';
import { postgresDialect } from '@sync/dialect-postgres';
import type { JobRow } from '../read/queries.js';
import { readTimescale, type Timescale } from '../read/read-timescale.js';
import { lacking } from './edition.js';
import { endsPolicy } from './hazards.js';
import {
  changedTimes,
  configDeltas,
  type JobConfig,
  type JobTimes,
  timeArguments,
  timeDeltas,
  timesOf,
} from './job-times.js';
import { policyType } from './policy-kind.js';

/** A job that somebody wrote: a procedure or function that the server calls from time to time. */
export interface JobSpec extends JobTimes {
  /** As SQL. */
  readonly procedure: string;
  readonly config?: JobConfig;
  /** What looks at the settings, as SQL. */
  readonly check?: string;
  /** From the end of one run to the next, and not by the clock. */
  readonly drifting?: true;
}

type Job = SchemaObject<JobSpec>;

const { literal } = postgresDialect;

/**
 * Jobs of users. A server knows them by numbers alone, which are others in each database: here they are known by what they call, and the second of those that call one
 * procedure by its place among them.
 */
export const jobKind: ObjectKind<JobSpec> = {
  kind: 'timescaledb/job',
  title: 'job',
  inspect: inspectJobs,
  compare({ spec: from }, { spec: to }) {
    const isOther = from.procedure !== to.procedure || from.check !== to.check || from.drifting !== to.drifting;
    if (isOther)
      return { replace: 'a job keeps what it calls, what looks at its settings, and how its times are told' };
    return [...configDeltas(from.config ?? {}, to.config ?? {}), ...timeDeltas(from, to)];
  },
  render(change, context) {
    const job = change.verb === 'drop' ? change.from : change.to;
    const lack = lacking(`job ${job.name} is declared`, context);
    if (lack && change.verb !== 'drop') return lack;
    switch (change.verb) {
      case 'create':
        return [createStep(change.to)];
      case 'drop':
        return [
          {
            summary: `delete job ${change.from.name}`,
            sql: [{ text: `SELECT delete_job(j.job_id)\n${thatJob(change.from)}` }],
            hazards: [endsPolicy('job', change.from.name)],
          },
        ];
      case 'rename':
        return [];
      case 'alter':
        return [alterStep(change.from, change.to)];
      default:
        return change satisfies never;
    }
  },
  describe: ({ spec }) => ({
    head: [
      `calls ${spec.procedure}`,
      ...(spec.schedule === undefined ? [] : [`every ${spec.schedule}`]),
      ...(spec.config ? [`with ${JSON.stringify(spec.config)}`] : []),
      ...(spec.paused ? ['paused'] : []),
    ].join(', '),
  }),
};

/** What the server gives a job by itself. */
const usual: JobTimes = { maxRuntime: '00:00:00', maxRetries: -1, retryPeriod: '00:05:00' };

function createStep({ name, spec }: Job): StepDraft {
  const args = [
    literal(spec.procedure),
    `INTERVAL ${literal(spec.schedule ?? '1 day')}`,
    ...(spec.config ? [`config => ${literal(JSON.stringify(spec.config))}`] : []),
    ...(spec.paused ? ['scheduled => FALSE'] : []),
    ...(spec.check === undefined ? [] : [`check_config => ${literal(spec.check)}`]),
    ...(spec.drifting ? ['fixed_schedule => FALSE'] : []),
  ];
  const { paused, ...rest } = spec;
  const times = timeArguments(rest, { ...usual, ...(spec.schedule !== undefined && { schedule: spec.schedule }) });
  const made = `add_job(${args.join(', ')})`;
  return {
    summary: `add job ${name}`,
    sql: [{ text: `SELECT ${times.length === 0 ? made : `alter_job(${made}, ${times.join(', ')})`}` }],
  };
}

/** The job that calls this, and is as it was read: of several that are alike, one. */
function thatJob({ spec: { procedure, config } }: Job): string {
  return `
FROM timescaledb_information.jobs j
WHERE j.job_id = (
  SELECT min(o.job_id) FROM timescaledb_information.jobs o
  WHERE o.job_id >= 1000 AND format('%I.%I', o.proc_schema, o.proc_name) = ${literal(procedure)}
    AND o.config IS NOT DISTINCT FROM ${config ? `${literal(JSON.stringify(config))}::jsonb` : 'NULL'}
)`.trim();
}

function alterStep(from: Job, to: Job): StepDraft {
  const isConfigured = configDeltas(from.spec.config ?? {}, to.spec.config ?? {}).length > 0;
  const args = [
    ...changedTimes(from.spec, to.spec),
    ...(isConfigured ? [`config => ${literal(JSON.stringify(to.spec.config ?? {}))}`] : []),
  ];
  return {
    summary: `change job ${to.name}`,
    sql: [{ text: `SELECT alter_job(j.job_id, ${args.join(', ')})\n${thatJob(from)}` }],
  };
}

async function* inspectJobs(reading: Reading): AsyncGenerator<Found<JobSpec>> {
  const known = await readTimescale(reading);
  const [scope] = reading.scopes;
  if (!scope) return;
  const taken = new Map<string, number>();
  for (const row of [...known.jobs].sort(byContent)) {
    if (policyType(row) !== undefined) continue;
    if (/^_timescaledb_/.test(row.procSchema)) {
      const reason = 'a policy of the extension that is not covered yet';
      yield { scope, unmanaged: { kind: 'job', name: `${row.procName} (${row.id})`, reason } };
      continue;
    }
    const place = (taken.get(row.called) ?? 0) + 1;
    taken.set(row.called, place);
    yield { scope, object: jobObject(row, place, known) };
  }
}

/** In an order that is the same in each database. */
function byContent(a: JobRow, b: JobRow): number {
  const [x, y] = [a, b].map(({ called, config, schedule, id }) =>
    [called, config ?? '', schedule, String(id).padStart(10, '0')].join('\0'),
  );
  return (x ?? '') < (y ?? '') ? -1 : 1;
}

function jobObject(row: JobRow, place: number, { catalogue }: Timescale): Job {
  const own = place === 1 ? row.procName : `${row.procName} ${place}`;
  const path = row.procSchema === 'public' ? [own] : [row.procSchema, own];
  const called = [row.procedure, row.checkOid].flatMap((oid): readonly Address[] => {
    const at = catalogue.addressOf('pg_proc', oid);
    return at === undefined ? [] : [at];
  });
  return schemaObject<JobSpec>({
    kind: 'timescaledb/job',
    address: address('timescaledb/job', ...path),
    name: path.join('.'),
    spec: {
      procedure: row.called,
      ...(row.config !== null && { config: JSON.parse(row.config) as JobConfig }),
      ...(row.check !== null && { check: row.check }),
      ...(!row.fixed && { drifting: true as const }),
      ...timesOf(row),
    },
    needs: [...new Set(called)].sort(),
  });
}
