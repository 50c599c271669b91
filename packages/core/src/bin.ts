#!/usr/bin/env node
import { readFileSync } from 'node:fs';

const [first, ...more] = process.argv.slice(2);

// Nothing else is loaded to say which version this is.
if (first === '--version' || (first === '-v' && more.length === 0)) {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    readonly version: string;
  };
  process.stdout.write(`${manifest.version}\n`);
  process.stdout.once('error', async (cause) => {
    const { outputFailed } = await import('./cli/watch-output.js');
    outputFailed(process, 'standard output', cause);
  });
} else {
  const { runProcess } = await import('./cli/run-process.js');
  await runProcess(process);
}
