import { diff } from '@sync/core';
import driver from '@sync/driver-sqlite';
import { peakInMb } from './peak.mjs';
import { read } from './site.mjs';

const files = process.argv.slice(2);

async function validate(left, right) {
  const [base, goal] = [await read(left), await read(right)];
  diff(base.catalogue, goal.catalogue, { driver, server: base.server });
}

if (files[0] === '--tenants') {
  const [, first, ...others] = files;
  const heaps = [];
  for (const [i, file] of [first, ...others].entries()) {
    await validate(first, file);
    if (![10, 50, 100, 200].includes(i + 1)) continue;
    globalThis.gc();
    heaps.push([i + 1, (process.memoryUsage().heapUsed / 2 ** 20).toFixed(1)]);
  }
  console.log(JSON.stringify({ heaps }));
} else {
  if (files.length === 2) await validate(...files);
  console.log(JSON.stringify({ peak: peakInMb() }));
}
