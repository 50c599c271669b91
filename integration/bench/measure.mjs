import { spawnSync } from 'node:child_process';

/** The time that something takes, in milliseconds. */
async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The middle of some numbers. */
export function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

/**
 * Runs tasks in turns, so that whatever else the machine does slows all of them down alike. The first round warms up and does not count, unless it is the only one.
 * Gives each task's times, round by round.
 */
export async function inTurns(rounds, tasks, before = () => undefined) {
  const times = Object.fromEntries(Object.keys(tasks).map((name) => [name, []]));
  for (let round = rounds === 1 ? 1 : 0; round <= rounds; round++) {
    await before(round);
    for (const [name, task] of Object.entries(tasks)) {
      const ms = await timed(() => task(round));
      if (round > 0) times[name].push(ms);
    }
  }
  return times;
}

/** A row of a report: the median of its times, and the median of its ratios to what ran beside it in the same round. */
export function row(label, times, against) {
  const ratio = against && median(times.map((ms, round) => ms / against[round]));
  return { label, ms: median(times), ...(ratio !== undefined && { ratio }) };
}

/** Runs a command to its end; one that fails is no measurement. */
export function run(command, args, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    ...options,
  });
  if (error?.code === 'ETIMEDOUT') throw new Error(`not done within ${options.timeout / 60_000} minutes`);
  if (status !== 0)
    throw new Error(error?.message ?? `${stderr.trim() || `exit ${status}`} (${command} ${args.join(' ')})`);
  return stdout;
}

/** Whether a command is there to be run. */
export function isThere(command, asked = '--version') {
  return spawnSync(command, [asked]).status === 0;
}
