import { type Delta, equalJson, type Json } from '@sync/core';
import { postgresDialect } from '@sync/dialect-postgres';
import type { JobRow } from '../read/queries.js';

const { literal } = postgresDialect;

/** When a job runs, and how it is taken where it fails; what a document leaves out is as the server has it by itself. */
export interface JobTimes {
  readonly schedule?: string;
  readonly maxRuntime?: string;
  readonly maxRetries?: number;
  readonly retryPeriod?: string;
  /** It does not run. */
  readonly paused?: true;
}

/** The settings of a job by what it was asked to do: JSON, keys sorted by the server. */
export type JobConfig = Readonly<Record<string, Json>>;

const members = ['schedule', 'maxRuntime', 'maxRetries', 'retryPeriod', 'paused'] as const;

export function timesOf(row: JobRow): JobTimes {
  return {
    schedule: row.schedule,
    maxRuntime: row.maxRuntime,
    maxRetries: row.maxRetries,
    retryPeriod: row.retryPeriod,
    ...(!row.scheduled && { paused: true as const }),
  };
}

/** What `alter_job` is told of them: what is not as it is by itself, or was said already when the job was made. */
export function timeArguments(times: JobTimes, usual: JobTimes = {}): readonly string[] {
  const interval = (member: 'schedule' | 'maxRuntime' | 'retryPeriod', name: string) => {
    const value = times[member];
    return value === undefined || value === usual[member] ? [] : [`${name} => INTERVAL ${literal(value)}`];
  };
  const { maxRetries } = times;
  return [
    ...interval('schedule', 'schedule_interval'),
    ...interval('maxRuntime', 'max_runtime'),
    ...(maxRetries === undefined || maxRetries === usual.maxRetries ? [] : [`max_retries => ${maxRetries}`]),
    ...interval('retryPeriod', 'retry_period'),
    ...(times.paused ? ['scheduled => FALSE'] : []),
  ];
}

/** What `alter_job` is told of those that are otherwise than they were. */
export function changedTimes(from: JobTimes, to: JobTimes): readonly string[] {
  const changed = members.filter((member) => from[member] !== to[member]);
  const told = timeArguments(Object.fromEntries(changed.map((member) => [member, to[member]])));
  return [...told, ...(from.paused && !to.paused ? ['scheduled => TRUE'] : [])];
}

export function timeDeltas(from: JobTimes, to: JobTimes): readonly Delta[] {
  return members.flatMap((member): readonly Delta[] =>
    from[member] === to[member]
      ? []
      : [{ type: `change-${member}`, path: [member], from: from[member] ?? null, to: to[member] ?? null }],
  );
}

export function configDeltas(from: JobConfig, to: JobConfig): readonly Delta[] {
  const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])].sort();
  return keys.flatMap((key): readonly Delta[] =>
    equalJson(from[key] ?? null, to[key] ?? null)
      ? []
      : [{ type: 'change-config', path: ['config', key], from: from[key] ?? null, to: to[key] ?? null }],
  );
}

/** A value of a job's settings as an argument: a length of time, a number that counts by itself, or a truth. */
export function argumentOf(value: Json): string {
  if (value === null) return 'NULL';
  return typeof value === 'string' ? `INTERVAL ${literal(value)}` : String(value);
}
