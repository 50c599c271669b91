import { spawnSync } from 'node:child_process';

/** The median of some runs, in milliseconds; the first run warms up and does not count, unless it is the only one. */
export async function median(runs, work) {
  const times = [];
  for (let i = runs === 1 ? 1 : 0; i <= runs; i++) {
    globalThis.gc?.();
    const start = performance.now();
    await work();
    if (i > 0) times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
}

/** The median wall time of a command. */
export function medianCommand(runs, command, args, options = {}) {
  return median(runs, () => {
    const { status, stderr } = spawnSync(command, args, { encoding: 'utf8', ...options });
    if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
  });
}

/** Rows of a table for people: a label, milliseconds, and the ratio to what it is measured against. */
export function printTable(title, rows) {
  console.log(`\n### ${title}\n`);
  console.log('| what | ms | ratio |\n| --- | ---: | ---: |');
  for (const { label, ms, against } of rows) {
    console.log(`| ${label} | ${ms.toFixed(1)} | ${against === undefined ? '' : `${(ms / against).toFixed(2)} ×`} |`);
  }
}
