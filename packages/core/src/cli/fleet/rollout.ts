import { spawn } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import type { Driver } from '../../contract/driver.js';
import { readOrder, type TenantOrder } from '../../fleet/order.js';
import type { FleetRunOptions, RunWords, WaveEnd } from '../../fleet/run-fleet.js';
import type { FleetRunSettings } from '../../fleet/run-record.js';
import { readWaves, type Wave } from '../../fleet/waves.js';
import { counted } from '../../model/counted.js';
import { usage } from '../arguments.js';
import type { Invocation } from '../command.js';
import { duration } from '../render/titles.js';
import { visible } from '../visible.js';
import { type Unwell, unwell } from './probe-sql.js';

/** The flag that limits the time of a tenant. */
export interface TimeoutFlags {
  readonly 'tenant-timeout'?: string | undefined;
}

/** The flags that say how a fleet is rolled out. */
export interface RolloutFlags extends TimeoutFlags {
  readonly waves?: string | undefined;
  readonly bake?: string | undefined;
  readonly probe?: string | undefined;
  readonly 'probe-sql'?: string | undefined;
  readonly order?: string | undefined;
  readonly 'abort-after'?: string | undefined;
}

/** In which waves a fleet is synced, and what has to be so before the next one begins. */
export interface Rollout {
  readonly waves?: readonly Wave[];
  readonly order?: TenantOrder;
  /** How it is noted, for so many tenants. */
  settings(tenants: number): Pick<FleetRunSettings, 'bakeMs' | 'probe' | 'probeSql' | 'abortAfter' | 'tenantTimeoutMs'>;
}

/** What a command line says of a rollout. */
export function rolloutOf(flags: RolloutFlags): Rollout {
  const { waves, bake, probe, order, 'probe-sql': probeSql, 'abort-after': limit } = flags;
  if (waves === undefined && (bake ?? probe ?? probeSql) !== undefined)
    throw usage(
      '--bake, --probe and --probe-sql are about what is between waves',
      'Say --waves too, as in --waves canary:1,5%,rest.',
    );
  const limitFor = limitOf(limit);
  const bakeMs = bake === undefined ? undefined : milliseconds('--bake', bake);
  const tenantTimeoutMs = tenantTimeoutOf(flags);
  return {
    ...(waves !== undefined && { waves: readWaves(waves) }),
    ...(order !== undefined && { order: readOrder(order) }),
    settings: (tenants) => ({
      ...(bakeMs !== undefined && { bakeMs }),
      ...(probe !== undefined && { probe }),
      ...(probeSql !== undefined && { probeSql }),
      ...(limitFor && { abortAfter: limitFor(tenants) }),
      ...(tenantTimeoutMs !== undefined && { tenantTimeoutMs }),
    }),
  };
}

/** How long a command line gives one tenant. */
export function tenantTimeoutOf({ 'tenant-timeout': time }: TimeoutFlags): number | undefined {
  if (time === undefined) return undefined;
  const ms = milliseconds('--tenant-timeout', time);
  if (ms > 0) return ms;
  throw usage(`--tenant-timeout ${time} leaves no time`, 'Write how long a tenant may take: 30s, 10m, 1h.');
}

/** What is done after a wave, as a run was begun: a wave with failures is the last unless it was said how many there may be; then it waits, and asks the tenants and a command. */
export function betweenWaves(
  invocation: Invocation,
  settings: FleetRunSettings,
  driver: Driver,
  { done: brought }: Pick<RunWords, 'done'> = { done: 'synced' },
): NonNullable<FleetRunOptions['between']> {
  const { terminal } = invocation;
  const { bakeMs = 0, probe, probeSql, abortAfter, parallel } = settings;
  return async ({ name, done, failed, left, members }: WaveEnd, signal) => {
    const wave = visible(name);
    if (failed > 0 && abortAfter === undefined) {
      terminal.warn(
        `wave ${wave}: ${counted(failed, 'tenant')} failed, and no other wave is begun (--abort-after says how many may)`,
      );
      return false;
    }
    terminal.note(
      `wave ${wave} is done: ${counted(done, 'tenant')} ${brought}, ${left} left${bakeMs > 0 ? `; waiting ${duration(bakeMs)}` : ''}`,
    );
    await setTimeout(bakeMs, undefined, { signal }).catch(() => {});
    if (signal.aborted) return true;
    const asked = probeSql === undefined ? [] : await unwell(members, { text: probeSql, driver, parallel, signal });
    if (signal.aborted) return true;
    if (asked.length > 0) terminal.warn(unwellText(wave, asked));
    if (asked.length > 0 || probe === undefined) return asked.length === 0;
    return isCommandWell(invocation, probe, name, signal);
  };
}

/** How many tenants are told by name of those that are not well. */
const toldAtMost = 10;

function unwellText(wave: string, all: readonly Unwell[]): string {
  const told = all.slice(0, toldAtMost).map(({ tenant, answer }) => `  ${visible(tenant)}: ${visible(answer)}`);
  const more = all.length > toldAtMost ? [`  … and ${all.length - toldAtMost} more`] : [];
  const head = `--probe-sql after wave ${wave}: ${counted(all.length, 'tenant')} not well, and no other wave is begun`;
  return [head, ...told, ...more].join('\n');
}

async function isCommandWell(
  { terminal, world }: Invocation,
  probe: string,
  wave: string,
  signal: AbortSignal,
): Promise<boolean> {
  const env = { ...world.environment, SCHEMA_SYNC_WAVE: wave };
  const code = await run(probe, env, { directory: world.directory, signal });
  if (code === 0 || signal.aborted) return true;
  terminal.warn(
    `the probe after wave ${visible(wave)} ${code === undefined ? 'could not be run' : `exited with ${code}`}: no other wave is begun`,
  );
  return false;
}

/** Runs a command as the shell would, and resolves to its exit code. What it prints is about the rollout, and goes to stderr. */
function run(
  command: string,
  env: NodeJS.ProcessEnv,
  { directory, signal }: { readonly directory: string; readonly signal: AbortSignal },
): Promise<number | undefined> {
  return new Promise((settle) => {
    const child = spawn(command, { shell: true, cwd: directory, env, signal, stdio: ['ignore', 2, 2] });
    child.on('error', () => settle(undefined));
    child.on('close', (code) => settle(code ?? undefined));
  });
}

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

function milliseconds(flag: string, text: string): number {
  const [, count, unit = ''] = /^(\d+(?:\.\d+)?)(ms|s|m|h)$/.exec(text) ?? [];
  const ms = Number(count) * (units[unit] ?? Number.NaN);
  if (ms <= 2 ** 31 - 1) return ms;
  throw usage(`${flag} ${text} is no time`, 'Write a number with its unit: 30s, 10m, 1h.');
}

/** `--abort-after 2%`, or a number of tenants: how many that is of so many. */
function limitOf(text: string | undefined): ((tenants: number) => number) | undefined {
  if (text === undefined) return undefined;
  const [, count, percent] = /^(\d+(?:\.\d+)?)(%?)$/.exec(text) ?? [];
  const value = Number(count);
  if (count !== undefined && (percent === '%' ? value <= 100 : Number.isInteger(value)))
    return (tenants) => (percent === '%' ? (tenants * value) / 100 : value);
  throw usage(
    `--abort-after ${text} is no limit`,
    'Write a percentage or a number of tenants, as in --abort-after 2%.',
  );
}
