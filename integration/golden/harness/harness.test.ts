import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

interface Report {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly title: string; readonly failureMessages: readonly string[] }[];
  }[];
}

interface Case {
  readonly desired: string;
  readonly settings: object;
  readonly words: string;
}

const root = join(import.meta.dirname, '../..');
const before = 'CREATE TABLE users (id INTEGER PRIMARY KEY, mail TEXT, age INTEGER);\n';
const rows = "INSERT INTO users VALUES (1, 'a', 30);\n";
const same = before;
const withoutMail = 'CREATE TABLE users (id INTEGER PRIMARY KEY, age INTEGER);\n';
const withName = 'CREATE TABLE users (id INTEGER PRIMARY KEY, mail TEXT, age INTEGER, name TEXT);\n';
const ageAsText = 'CREATE TABLE users (id INTEGER PRIMARY KEY, mail TEXT, age TEXT);\n';

/** Cases that say something wrong about themselves. */
const wrong: Readonly<Record<string, Case>> = {
  'a hazard is not allowed': {
    desired: withoutMail,
    settings: { loses: ['users.mail'] },
    words: 'the classes in `allow`',
  },
  'a class is allowed for nothing': {
    desired: withName,
    settings: { allow: ['data-loss'] },
    words: 'the classes in `allow`',
  },
  'a loss is kept quiet': {
    desired: withoutMail,
    settings: { allow: ['data-loss'] },
    words: 'what goes is what `loses` names',
  },
  'a loss does not happen': {
    desired: withName,
    settings: { loses: ['users.mail'] },
    words: 'what goes is what `loses` names',
  },
  'a conversion is kept quiet': {
    desired: ageAsText,
    settings: { allow: ['data-loss'] },
    words: 'what changes is what `converts` names',
  },
  'a conversion does not happen': {
    desired: withName,
    settings: { converts: ['users.age'] },
    words: 'what changes is what `converts` names',
  },
  'an error does not happen': {
    desired: same,
    settings: { expectError: { code: 'GATE_CLOSED' } },
    words: 'an error was expected',
  },
  'another error happens': {
    desired: withoutMail,
    settings: { expectError: { code: 'CHECK_FAILED' } },
    words: "expected 'GATE_CLOSED' to be 'CHECK_FAILED'",
  },
  'a way down that works should fail': {
    desired: withName,
    settings: { downError: { code: 'CHECK_FAILED' } },
    words: 'an error was expected',
  },
};

let cases: string;

beforeAll(async () => {
  cases = await mkdtemp(join(tmpdir(), 'schema-sync-harness-'));
});

afterAll(() => rm(cases, { recursive: true }));

async function write(name: string, { desired, settings }: Omit<Case, 'words'>): Promise<string> {
  const folder = join(cases, 'all', name);
  await mkdir(folder, { recursive: true });
  const files = {
    'before.sql': before,
    'rows.sql': rows,
    'desired.sql': desired,
    'case.json': JSON.stringify(settings),
  };
  for (const [file, text] of Object.entries(files)) await writeFile(join(folder, file), text);
  return folder;
}

/** Runs the cases in a process of their own; gives what each failed with. */
async function run(update: '0' | '1'): Promise<ReadonlyMap<string, string>> {
  const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
  const output = join(cases, 'report.json');
  const command = [
    vitest,
    'run',
    '--root',
    root,
    '--config',
    'golden/harness/vitest.config.ts',
    '--reporter',
    'json',
    '--outputFile',
    output,
  ];
  const env = { ...process.env, GOLDEN_CASES: join(cases, 'all'), UPDATE_GOLDEN: update };
  // It fails where a case does.
  await promisify(execFile)(process.execPath, command, { cwd: root, env }).catch(() => undefined);
  const report = JSON.parse(await readFile(output, 'utf8')) as Report;
  const results = report.testResults.flatMap((file) => file.assertionResults);
  return new Map(results.map(({ title, failureMessages }) => [title, failureMessages.join('\n')]));
}

describe('the harness fails where', () => {
  let failures: ReadonlyMap<string, string>;

  beforeAll(async () => {
    for (const [name, each] of Object.entries(wrong)) await write(name, each);
    await write('nothing is wrong', { desired: withName, settings: {} });
    failures = await run('1');
  }, 120_000);

  test.each(Object.entries(wrong))('%s', (name, { words }) => {
    expect(failures.get(name)).toContain(words);
  });

  test('and nowhere else', () => {
    expect(failures.get('nothing is wrong')).toBe('');
  });
});

test('a plan that is not the expected one is shown, and left as it is', async () => {
  const folder = await write('nothing is wrong', { desired: withName, settings: {} });
  const path = join(folder, 'plan.sql');
  const expected = (await readFile(path, 'utf8')).replace('"name" TEXT', '"name" BLOB');
  await writeFile(path, expected);
  expect((await run('0')).get('nothing is wrong')).toContain('npm run golden writes it again');
  expect(await readFile(path, 'utf8')).toBe(expected);
}, 120_000);
