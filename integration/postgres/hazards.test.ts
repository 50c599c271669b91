import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import driver from '@sync/driver-postgres';
import { describe, expect, test } from 'vitest';
import { freshDatabase } from '../servers/fresh-database.js';
import { realServer } from '../servers/real-server.js';
import { type HazardCase, hazardCases } from './hazard-cases.js';
import { codesOf, strongest, watchedRun } from './watched-run.js';

const sources = join(import.meta.dirname, '../../packages/dialect-postgres/src');
const page = readFileSync(join(import.meta.dirname, '../../docs/hazards.md'), 'utf8');

/** Every code that PostgreSQL's kinds know, as the functions that make hazards spell it. */
const codes = [
  ...new Set(
    [
      join(sources, 'hazards.ts'),
      join(sources, '../../core/src/contract/row-hazards.ts'),
      ...readdirSync(join(sources, 'hazards')).map((name) => join(sources, 'hazards', name)),
    ]
      .map((file) => readFileSync(file, 'utf8'))
      .flatMap((text) => [...text.matchAll(/^ {4}code: '([a-z-]+)',$/gm)].map(([, code = '']) => code)),
  ),
].sort();

describe('the codes of PostgreSQL', () => {
  test('each have a case here', () => {
    expect([...new Set(hazardCases.map(({ code }) => code))].sort()).toEqual(codes);
  });

  test('are those that the page tells of, each in a section with its lock and the safer way', () => {
    const own = page.slice(page.indexOf('\n## PostgreSQL\n'), page.indexOf('\n## MySQL and MariaDB\n'));
    const sections = own.split(/^### /m).slice(1);
    expect(sections.map((section) => /^`([a-z-]+)`/.exec(section)?.[1]).sort()).toEqual(codes);
    for (const section of sections) {
      expect(section).toMatch(/^\*\*Class:\*\* /m);
      expect(section).toMatch(/^\*\*Lock:\*\* /m);
      expect(section).toMatch(/^\*\*Safer:\*\* /m);
    }
  });
});

const servers = ['postgres-13', 'postgres-18'].map((name) => ({ name, ...realServer(name) }));

describe.each(servers)('what hazards tell is what $name does', (server) => {
  if ('absent' in server) {
    test.skip(`absent: ${server.absent}`, () => {});
    return;
  }
  const named = hazardCases.map((each, i) => [`${each.code} ${i + 1}`, each] as const);
  test.each(named)('%s', async (_, each) => {
    if (each.goal === undefined) await seesStatement(server.url, each);
    else await seesPlan(server.url, each, each.goal);
  });
});

async function seesPlan(url: string, each: HazardCase, goal: string) {
  const { code, before, lock, told = lock, seen = code, options } = each;
  const directory = await mkdtemp(join(tmpdir(), 'hazard-'));
  try {
    await writeFile(join(directory, 'goal.sql'), goal);
    const steps = await watchedRun(url, {
      before,
      goal: join(directory, 'goal.sql'),
      directory,
      ...(options && { options }),
    });
    const own =
      steps.find(({ way, step }) => way === 'up' && codesOf(step.hazards).includes(code)) ??
      expect.fail('no step of the plan says so');
    expect(own.step.hazards.find((hazard) => hazard.code === code)?.lock).toBe(told ?? undefined);
    expect(own.lock, 'the server takes that lock').toBe(lock);
    if (seen !== null)
      expect(
        own.observed.flatMap(({ hazards }) => codesOf(hazards)),
        'and shows it',
      ).toContain(seen);
    for (const { step, tableLock } of steps) {
      if (tableLock !== undefined)
        expect(
          step.hazards.map((hazard) => hazard.lock),
          step.summary,
        ).toContain(tableLock);
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function seesStatement(url: string, { code, before, statement = '', lock, told = lock }: HazardCase) {
  await using target = await freshDatabase(url);
  await using connection = await driver.connect(driver.options({ url: target.url, directory: '.' }), {
    access: 'write',
  });
  await connection.execute({ text: before });
  const found = await connection.observe?.({ text: statement, words: [] });
  if (!found || 'skipped' in found) throw new Error('the statement was not run');
  expect(found.hazards.map((hazard) => hazard.code)).toEqual([code]);
  expect(strongest(found.locks.map((held) => held.lock))).toBe(lock);
  expect(found.hazards[0]?.lock).toBe(told ?? undefined);
}
