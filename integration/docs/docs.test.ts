import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...['docs', 'docs/decisions'].flatMap((folder) =>
    readdirSync(join(root, folder)).flatMap((name) => (name.endsWith('.md') ? [`${folder}/${name}`] : [])),
  ),
  ...readdirSync(join(root, 'packages')).flatMap((name) =>
    existsSync(join(root, 'packages', name, 'package.json')) ? [`packages/${name}/README.md`] : [],
  ),
];

/** Compiles the TypeScript snippets of the pages, each as a file of its own that sees the packages as a user's project does. */
function compileSnippets(): string {
  const folder = join(root, 'integration/node_modules/.snippets');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const page of snippetPages) {
    const text = readFileSync(join(root, page), 'utf8');
    for (const [i, [, code = '']] of [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].entries()) {
      writeFileSync(join(folder, `${page.replaceAll('/', '-')}.${i}.ts`), code);
    }
  }
  const config = { extends: '../../../tsconfig.base.json', compilerOptions: { noEmit: true }, include: ['*.ts'] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
  const { stdout } = spawnSync(process.execPath, [compiler, '-p', folder], { encoding: 'utf8' });
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts')).length;
  rmSync(folder, { recursive: true, force: true });
  return `${files} files\n${stdout}`;
}

const snippetPages = pages.filter((page) => page.endsWith('README.md') && !page.includes('testkit'));

describe('the documentation', () => {
  test('TypeScript snippets compile', () => {
    expect(compileSnippets()).toBe('4 files\n');
  });

  test.each(pages)('%s links to files that are there', (page) => {
    const text = readFileSync(join(root, page), 'utf8');
    const links = [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, target = '']) => target);
    const broken = links.filter((target) => !existsSync(resolve(root, dirname(page), target)));
    expect(broken).toEqual([]);
  });

  test('docs/hazards.md explains every hazard code, and no other', () => {
    const source = readFileSync(join(root, 'packages/dialect-sqlite/src/hazards.ts'), 'utf8');
    const found = [...source.matchAll(/code: '([a-z-]+)'/g)].map(([, code = '']) => code);
    const codes = [...new Set(found)].sort();
    const page = readFileSync(join(root, 'docs/hazards.md'), 'utf8');
    const section = page.slice(page.indexOf('## SQLite'));
    const explained = [...section.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, code = '']) => code).sort();
    expect(explained).toEqual(codes);
  });
});
