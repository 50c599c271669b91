import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exampleOf } from '../../src/cli/example.js';
import type { World } from '../../src/cli/world.js';
import { atTerminal, project } from './support.js';

/** A project in which these drivers are installed, each with what its package says to schema-sync. */
function installed(drivers: Readonly<Record<string, object | undefined>>, declared: readonly string[] = []) {
  const name = (engine: string) => `@sync/driver-${engine}`;
  const packages = Object.entries(drivers).map(([engine, said]) => [
    `node_modules/${name(engine)}/package.json`,
    JSON.stringify({ name: name(engine), ...(said && { 'schema-sync': said }) }),
  ]);
  const dependencies = Object.fromEntries(declared.map((engine) => [name(engine), '*']));
  return project({ ...Object.fromEntries(packages), 'package.json': JSON.stringify({ dependencies }) });
}

const world = (directory: string) => ({ directory, environment: {} }) as unknown as World;
const [a, b] = [{ url: 'a://localhost/app' }, { url: 'b:./app.db' }];

test('an example is of an engine that is there, with a URL as that engine has them', async () => {
  expect(exampleOf(world(await installed({ a, b })))).toEqual({ engine: 'a', url: a.url });
  expect(exampleOf(world(await installed({ a: undefined, b })))).toEqual({ engine: 'b', url: b.url });
  expect(exampleOf(world(await installed({ a: { url: 7 } })))).toEqual({ engine: 'a', url: 'a:…' });
});

test('an example is of what the project depends on, where more is installed', async () => {
  expect(exampleOf(world(await installed({ a, b }, ['b'])))).toEqual({ engine: 'b', url: b.url });
});

test('help and a new config show it', async () => {
  const folder = await installed({ a, b }, ['a']);
  expect((await atTerminal(folder, ['sync', '--help'], [])).stdout).toContain(`--url ${a.url} --to ./schema`);
  expect((await atTerminal(folder, ['init', '--type', 'yaml'], [])).code).toBe(0);
  expect(readFileSync(join(folder, 'schema-sync.config.yaml'), 'utf8')).toContain(`url: ${JSON.stringify(a.url)}`);
});
