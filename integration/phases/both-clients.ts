import { expect } from 'vitest';
import type { PhaseCase } from './cases.js';
import { openPlace, type PhasedServer } from './place.js';

/** Lets clients of both shapes live through both phases, and the way back, without an error of either. */
export async function liveThrough(server: PhasedServer, phased: PhaseCase): Promise<void> {
  await using place = await openPlace(server, phased.start, phased.goal, phased.form);
  const { reads } = phased;
  const start = await place.run(reads.old);
  expect(await place.validate(), 'the way is known before').toMatchObject({
    inSync: false,
    next: phased.isContractOnly ? 'contract' : 'expand',
  });
  let expanded = '';
  if (!phased.isContractOnly) {
    const early = await place.sync('contract').catch((error) => error);
    expect(early.message, 'nothing goes before what comes is there').toMatch(/not there yet beside the old one/);
    const made = await place.sync('expand');
    expect(made).toMatchObject({ plan: { phase: 'expand' }, report: { outcome: 'done' } });
    expanded = made.report?.run ?? '';
  }
  expect(await place.sync('expand'), 'expanding again is nothing').toMatchObject({ inSync: true });
  expect(await place.validate('expand')).toMatchObject({ inSync: true });
  expect(await place.validate()).toMatchObject({ inSync: false, next: 'contract' });
  const [old, next] = [await place.run(reads.old), await place.run(reads.next)];
  expect(old, 'no row is lost').toEqual(start);
  expect(next, 'both read the same at once').toEqual(old);
  for (const at of Array(Math.max(phased.old.length, phased.next.length)).keys()) {
    await place.run(...[phased.old[at], phased.next[at]].flatMap((text) => (text === undefined ? [] : [text])));
    expect(await place.run(reads.next), `both read the same after ${at}`).toEqual(await place.run(reads.old));
  }
  if (phased.meanwhile) expect(await place.run(reads.next)).toEqual(phased.meanwhile);
  const closed = await place.sync('contract', []).catch((error) => error);
  expect(closed.code, 'nobody can know whether old clients are gone').toBe('GATE_CLOSED');
  expect(closed.message).toContain('takes the old shape away');
  await place.run(...(phased.settle ?? []));
  const lived = await place.run(reads.next);
  const contracted = await place.sync('contract');
  expect(contracted).toMatchObject({ plan: { phase: 'contract' }, report: { outcome: 'done' } });
  expect(await place.sync(undefined), 'then it is as desired').toMatchObject({ inSync: true });
  expect(await place.validate('expand')).toMatchObject({ inSync: true });
  expect(await place.run(reads.next), 'every row is kept').toEqual(lived);
  await place.run(...phased.after);
  const end = await place.run(reads.next);
  expect(end).toHaveLength(phased.rows);
  if (phased.last) expect(end.at(-1)).toEqual(phased.last);
  await place.engine.down(place.tenant, contracted.report?.run ?? '', { allow: 'all' });
  expect(await place.run(reads.old), 'the old shape is back, with what was written since').toEqual(end);
  expect(await place.validate()).toMatchObject({ next: 'contract' });
  if (phased.isContractOnly) return;
  await place.run(...(phased.settleBack ?? []));
  const settled = await place.run(reads.old);
  await place.engine.down(place.tenant, expanded, { allow: 'all' });
  expect(await place.run(reads.old)).toEqual(settled);
  expect(await place.validate()).toMatchObject({ next: 'expand' });
}
