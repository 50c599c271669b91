import { tmpdir } from 'node:os';
import type { Engine } from '@sync/core';
import { expect } from 'vitest';
import { runIn } from '../../mysql/run-in.js';
import { tenantAt } from './built.js';

const isBroken = ({ reason }: { readonly reason: string }) => /, which it names, is not there$/.test(reason);

/**
 * Drops the views and triggers of a desired state that an edit broke: no server takes them along with what they name. As long as they stand there nobody knows what is
 * wanted of those that hold in the target, and none of them is dropped.
 */
export async function dropBroken(engine: Engine, target: string, wanted: string): Promise<void> {
  const directory = tmpdir();
  const brokenIn = async (url: string) => (await engine.inspect(tenantAt(url, directory))).unmanaged.filter(isBroken);
  const known = new Set((await brokenIn(target)).map(({ kind, name }) => `${kind} ${name}`));
  const broken = (await brokenIn(wanted)).filter(({ kind, name }) => !known.has(`${kind} ${name}`));
  if (broken.length === 0) return;
  const connection = (url: string) => ({ url, directory });
  const planned = engine.plan(tenantAt(target, directory), wanted, { connection, prove: false });
  await expect(planned).rejects.toMatchObject({
    code: 'PLAN_IMPOSSIBLE',
    details: { unmanaged: expect.arrayContaining(broken.map(({ name }) => expect.objectContaining({ name }))) },
  });
  const drops = broken.map(({ kind, name }) => `DROP ${kind} \`${name.replaceAll('`', '``')}\`;`);
  await runIn(wanted, drops.join('\n'));
}
