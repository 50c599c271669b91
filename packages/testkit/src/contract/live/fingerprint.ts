import { expect, test } from 'vitest';
import type { ContractOptions } from '../options.js';
import { openSite } from '../site.js';

/** Of drivers whose connections tell a fingerprint: by it a fleet takes a tenant for unchanged, and does not read it. */
export function testFingerprint(options: ContractOptions): void {
  const { schemas } = options;

  test('is another one after each change of the schema, and the same while rows come', async () => {
    await using site = await openSite(options);
    await using connection = await site.connect('read');
    if (!connection.fingerprint) return;
    const told = [await connection.fingerprint()];
    if (told[0] === undefined) return;
    for (const text of schemas.first) {
      await site.run([text]);
      told.push(await connection.fingerprint());
    }
    // Of some states it cannot be told; the others are none of them alike.
    const known = told.filter((each) => each !== undefined);
    expect(new Set(known).size).toBe(known.length);
    if (told.at(-1) === undefined) return;
    await site.run([schemas.insert]);
    expect(await connection.fingerprint()).toBe(told.at(-1));
    await using again = await site.connect('read');
    expect(await again.fingerprint?.()).toBe(told.at(-1));
  });

  test('is that of nothing else', async () => {
    await using one = await openSite(options, schemas.first);
    await using other = await openSite(options, schemas.second);
    await using here = await one.connect('read');
    await using there = await other.connect('read');
    const told = [await here.fingerprint?.(), await there.fingerprint?.()];
    if (told.some((each) => each !== undefined)) expect(told[0]).not.toBe(told[1]);
  });
}
