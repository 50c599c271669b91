import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
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

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(join(root, 'packages', folder)).map((name) => `${folder}/${name}`);
}

const snippetPages = pages.filter((page) => page.endsWith('README.md') && !page.includes('testkit'));

/** What all engines say of rows and values that go. */
const ofAll = 'core/src/contract/row-hazards.ts';

describe('the documentation', () => {
  test('TypeScript snippets compile', () => {
    expect(compileSnippets()).toBe('12 files\n');
  });

  test.each(pages)('%s links to files that are there', (page) => {
    const text = readFileSync(join(root, page), 'utf8');
    const links = [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, target = '']) => target);
    const broken = links.filter((target) => !existsSync(resolve(root, dirname(page), target)));
    expect(broken).toEqual([]);
  });

  test('the config of docs/configuration.md works as it stands', () => {
    const page = readFileSync(join(root, 'docs/configuration.md'), 'utf8');
    const config = /^```yaml\n(# schema-sync\.config\.yaml\n[\s\S]*?)^```$/m.exec(page)?.[1] ?? '';
    const commands = [...page.matchAll(/^\$ schema-sync (.*)$/gm)].map(([, line = '']) => line.split(' '));
    const folder = mkdtempSync(join(tmpdir(), 'docs-'));
    try {
      writeFileSync(join(folder, 'schema-sync.config.yaml'), config);
      mkdirSync(join(folder, 'schema'));
      writeFileSync(join(folder, 'schema/shop.sql'), 'CREATE TABLE users (id INTEGER PRIMARY KEY);');
      const env = {
        ...process.env,
        PRODUCTION_URL: 'sqlite:./production.db',
        SCHEMA_SYNC_DRIVERS_FROM: join(root, 'examples/demo'),
      };
      const run = (argv: readonly string[]) => {
        const bin = join(root, 'packages/core/dist/bin.js');
        const { status, stderr } = spawnSync(process.execPath, [bin, ...argv], { cwd: folder, env, encoding: 'utf8' });
        return { argv, status, stderr: stderr.split('\n').filter((line) => line.startsWith('error')) };
      };
      for (const profile of ['staging', 'production']) run(['sync', '--profile', profile, '--yes', '--create']);
      const asked = (argv: readonly string[]) => (argv[0] === 'sync' ? [...argv, '--yes'] : argv);
      expect(commands.map((argv) => run(asked(argv)))).toEqual(
        commands.map((argv) => ({ argv: asked(argv), status: 0, stderr: [] })),
      );
      expect(commands.length).toBeGreaterThan(2);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test.each([
    [
      'Every engine',
      ['gaps', 'harm', 'left-alone', 'many-locks', 'phase', 'seeds'].map((name) => `core/src/plan/${name}.ts`),
    ],
    ['PostgreSQL', [ofAll, 'dialect-postgres/src/hazards.ts', ...sourcesIn('dialect-postgres/src/hazards')]],
    ['TimescaleDB', ['driver-timescaledb/src/kinds/hazards.ts']],
    ['MySQL and MariaDB', [ofAll, 'dialect-mysql/src/hazards.ts']],
    ['SQLite', [ofAll, 'dialect-sqlite/src/hazards.ts']],
    ['Cassandra', [ofAll, 'driver-cassandra/src/hazards.ts']],
  ])('docs/hazards.md explains every hazard code of %s, and no other', (title, paths) => {
    const source = paths.map((path) => readFileSync(join(root, 'packages', path), 'utf8')).join('\n');
    const found = [...source.matchAll(/code: '([a-z-]+)'/g)].map(([, code = '']) => code);
    const codes = [...new Set(found)].sort();
    const page = readFileSync(join(root, 'docs/hazards.md'), 'utf8');
    const [section = ''] = page.slice(page.indexOf(`## ${title}`) + 3).split(/^## /m);
    const explained = [...section.matchAll(/^(?:### |\| )`([a-z-]+)`(?: \||$)/gm)].map(([, code = '']) => code).sort();
    expect(explained).toEqual(codes);
  });
});
