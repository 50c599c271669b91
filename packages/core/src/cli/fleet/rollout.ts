import { spawn } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import type { FleetRunOptions } from '../../fleet/run-fleet.js';
import { readWaves } from '../../fleet/waves.js';
import { counted } from '../../model/counted.js';
import { usage } from '../arguments.js';
import type { Invocation } from '../command.js';
import { duration } from '../render/titles.js';
import { visible } from '../visible.js';

interface RolloutFlags {
  readonly waves?: string | undefined;
  readonly bake?: string | undefined;
  readonly probe?: string | undefined;
}

/** In which waves a fleet is synced, and what has to be so before the next one begins. */
export function rolloutOf(
  { terminal, world, signal }: Invocation,
  { waves, bake, probe }: RolloutFlags,
): Pick<FleetRunOptions, 'waves' | 'between'> {
  if (waves === undefined) {
    if (bake === undefined && probe === undefined) return {};
    throw usage(
      '--bake and --probe are about what is between waves',
      'Say --waves too, as in --waves canary:1,5%,rest.',
    );
  }
  const bakeMs = bake === undefined ? 0 : milliseconds(bake);
  return {
    waves: readWaves(waves),
    async between({ name }, { done, left }) {
      terminal.note(
        `wave ${visible(name)} is done: ${counted(done, 'tenant')} synced, ${left} left${bakeMs > 0 ? `; waiting ${duration(bakeMs)}` : ''}`,
      );
      await setTimeout(bakeMs, undefined, { signal }).catch(() => {});
      if (signal.aborted || probe === undefined) return true;
      const code = await run(
        probe,
        { ...world.environment, SCHEMA_SYNC_WAVE: name },
        { directory: world.directory, signal },
      );
      if (code === 0) return true;
      terminal.warn(
        `the probe after wave ${visible(name)} ${code === undefined ? 'could not be run' : `exited with ${code}`}: no other wave is begun`,
      );
      return false;
    },
  };
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

function milliseconds(text: string): number {
  const [, count, unit = ''] = /^(\d+(?:\.\d+)?)(ms|s|m|h)$/.exec(text) ?? [];
  const ms = Number(count) * (units[unit] ?? Number.NaN);
  if (ms <= 2 ** 31 - 1) return ms;
  throw usage(`--bake ${text} is no time`, 'Write a number with its unit: 30s, 10m, 1h.');
}
