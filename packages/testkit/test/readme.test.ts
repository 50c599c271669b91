import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/** What the snippets import and a driver's author has. */
const surroundings = {
  'src/index.ts': "import type { Driver } from '@sync/core';\ndeclare const driver: Driver;\nexport default driver;\n",
  'test/schemas.ts':
    "import type { ContractSchemas } from '@sync/testkit';\nexport declare const schemas: ContractSchemas;\n",
};

async function snippets(): Promise<Readonly<Record<string, string>>> {
  const text = await readFile(join(root, 'README.md'), 'utf8');
  const found = text.matchAll(/^```ts (\S+)\n([\s\S]*?)^```$/gm);
  return Object.fromEntries(Array.from(found, ([, name = '', code = '']) => [name, code]));
}

async function compile(files: Readonly<Record<string, string>>): Promise<string> {
  // Below the package, so that its dependencies are found.
  const folder = join(root, 'node_modules', '.readme');
  await rm(folder, { recursive: true, force: true });
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  const compilerOptions = {
    noEmit: true,
    paths: { '@sync/testkit': ['../../src/index.ts'], '@sync/core': ['../../../core/src/index.ts'] },
    typeRoots: ['../@types'],
  };
  const config = { extends: '../../../../tsconfig.base.json', compilerOptions, include: ['**/*.ts'] };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
  const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');
  try {
    return (await promisify(execFile)(process.execPath, [compiler, '-p', folder])).stdout;
  } catch (error) {
    return (error as { readonly stdout?: string }).stdout ?? String(error);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

test('the snippets of the README compile', async () => {
  const files = await snippets();
  expect(Object.keys(files)).toHaveLength(4);
  expect(await compile({ ...surroundings, ...files })).toBe('');
}, 60_000);

test('a mistake in a snippet would be seen', async () => {
  const broken = { 'test/broken.test.ts': "import { driverContract } from '@sync/testkit';\ndriverContract({});\n" };
  expect(await compile({ ...surroundings, ...broken })).toContain('broken.test.ts');
}, 60_000);
