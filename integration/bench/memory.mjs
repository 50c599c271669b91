import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDatabase, salted } from './databases.mjs';
import { run } from './measure.mjs';
import { schemaOf } from './schema.mjs';
import { directory } from './site.mjs';

/** What a validation of equals takes at its peak, and whether many tenants after each other take more than a few. */
export function benchMemory(report, originals) {
  const env = { ...process.env, BENCH_DIRECTORY: directory };
  const node = (name, ...args) =>
    JSON.parse(run(process.execPath, ['--expose-gc', name, ...args], { cwd: import.meta.dirname, env }));
  const { peak: idle } = node('memory-process.mjs');
  report.say('\n### Memory\n\n| what | peak, MB |\n| --- | ---: |');
  report.say(`| an idle Node with the driver | ${idle} |`);
  for (const [tables, original] of originals) {
    const [left, right] = ['m', 'n'].map((name) => join(directory, `${name}.db`));
    for (const file of [left, right]) copyFileSync(original, file);
    const { peak } = node('memory-process.mjs', left, right);
    report.say(`| two equal databases of ${tables.toLocaleString('en')} tables, read and compared | ${peak} |`);
  }
  const one = makeDatabase(join(directory, 'tenant.db'), schemaOf(100));
  const tenants = Array.from({ length: 200 }, (_, i) =>
    salted(one, join(directory, `tenant-${i}.db`), 'salt-0', `tenant-${i % 4}`),
  );
  const { heaps } = node('memory-process.mjs', '--tenants', ...tenants);
  report.say(
    '\n| heap in use after validating so many of 200 tenants of 100 tables in one process | MB |\n| ---: | ---: |',
  );
  for (const [count, heap] of heaps) report.say(`| ${count} | ${heap} |`);
}
