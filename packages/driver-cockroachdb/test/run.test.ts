import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine, takeSnapshot, tenantContext } from '@sync/core';
import { expect, test } from 'vitest';
import { cockroachParser } from '../../../integration/servers/cockroach-parser.mjs';
import driver from '../src/index.js';
import { catalogueOf } from './catalogue.js';
import { answering, emptyCatalogue } from './recorded-answers.js';
import { startRecordedServer } from './recorded-server.js';

const parser = await cockroachParser();

const goal = `CREATE TABLE public.users (
	id INT8 NOT NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);`;

/** What a run sends against a recording, in which nothing ever comes about. */
async function sentByRun(): Promise<readonly string[]> {
  const directory = mkdtempSync(join(tmpdir(), 'schema-sync-run-'));
  try {
    await using server = await startRecordedServer({ answer: answering(emptyCatalogue) });
    const url = `cockroachdb://app@127.0.0.1:${server.port}/shop?sslmode=disable`;
    writeFileSync(join(directory, 'goal.json'), JSON.stringify(takeSnapshot('cockroachdb', catalogueOf(goal))));
    const tenant = tenantContext({ id: 'shop', target: { url, directory } });
    const engine = createEngine({ driver });
    const plan = await engine.plan(tenant, './goal.json', { directory, prove: false });
    await expect(engine.apply(tenant, plan, { allow: 'all' })).rejects.toMatchObject({ code: 'VERIFY_FAILED' });
    return server.asked.map(({ text }) => text);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

test('a run locks, journals, changes and waits for jobs in this order, and sees that it did not arrive', async () => {
  const sent = await sentByRun();
  const first = (part: string) => sent.findIndex((text) => text.includes(part));
  const places = [
    'INSERT INTO public._schema_sync_leases',
    'CREATE TABLE IF NOT EXISTS _schema_sync_runs',
    'CREATE TABLE public.users',
  ].map(first);
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  const made = first('CREATE TABLE public.users');
  expect(sent[made - 1]).toMatch(/^SELECT clock_timestamp\(\)/);
  expect(sent[made + 1]).toContain('[SHOW JOBS]');
  expect(sent.slice(made).some((text) => text.startsWith('DELETE FROM public._schema_sync_leases'))).toBe(true);
  // Each schema change is a transaction by itself.
  expect(sent.filter((text) => /^(BEGIN|COMMIT)/.test(text))).toEqual([]);
  if ('absent' in parser) return;
  const all = [...new Set(sent)].filter((text) => !text.includes('SHOW CREATE ALL TRIGGERS'));
  const answers = await parser.parse(all);
  expect(answers.flatMap(({ error }, i) => (error === undefined ? [] : [`${all[i]}: ${error}`]))).toEqual([]);
});
