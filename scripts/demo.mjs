import { bootstrap } from './bootstrap.mjs';
import { turbo } from './build.mjs';
import { run } from './lib/run.mjs';

process.exitCode =
  (await bootstrap()) || (await turbo('build')) || (await run(process.execPath, ['examples/demo/run.mjs']));
