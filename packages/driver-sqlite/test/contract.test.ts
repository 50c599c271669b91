import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { driverContract, type TestTarget } from '@sync/testkit';
import driver from '../src/index.js';
import { schemas } from './contract-schemas.js';

async function folder(url: string, files: Readonly<Record<string, string>> = {}): Promise<TestTarget> {
  const directory = await mkdtemp(join(tmpdir(), 'schema-sync-contract-'));
  for (const [name, content] of Object.entries(files)) await writeFile(join(directory, name), content);
  return { url, directory, [Symbol.asyncDispose]: () => rm(directory, { recursive: true }) };
}

driverContract({
  driver,
  target: () => folder('sqlite:./contract.db'),
  schemas,
  tenancy: { file: ({ directory }) => ({ place: { directory }, pattern: '*.db' }) },
  badTargets: {
    missing: () => folder('sqlite:./nowhere.db'),
    foreign: () => folder('sqlite:./letter.db', { 'letter.db': 'Dear reader, this is not a database.'.repeat(100) }),
    unreachable: () => folder('sqlite:./no/such/folder/file.db'),
  },
});
