import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { missingTarballs } from './missing-tarballs.mjs';
import { pnpm, readJson, root, tool } from './run.mjs';

/** Packs every public package as it would be published and checks each tarball. Resolves to the counts. */
export async function packChecks() {
  const folder = mkdtempSync(join(tmpdir(), 'packed-'));
  try {
    const args = ['--recursive', '--filter', './packages/*', 'pack', '--pack-destination', folder];
    let { passed, failed } = await check(folder, 'pnpm pack', (log) => pnpm(args, { log }));
    const tarballs = readdirSync(folder).filter((file) => file.endsWith('.tgz'));
    const missing = missingTarballs(publicPackages(), tarballs);
    for (const name of missing) console.log(`FAILED no tarball of ${name}`);
    failed += missing.length;
    for (const name of tarballs.sort()) {
      const tarball = join(folder, name);
      const results = [
        await check(folder, `publint ${name}`, (log) => tool('publint', [tarball, '--strict'], { log })),
        await check(folder, `attw ${name}`, (log) => tool('attw', [tarball, '--profile', 'esm-only'], { log })),
      ];
      for (const result of results) {
        passed += result.passed;
        failed += result.failed;
      }
    }
    return { passed, failed };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The names of the packages that are published. */
function publicPackages() {
  const folder = join(root, 'packages');
  return readdirSync(folder)
    .map((name) => join(folder, name, 'package.json'))
    .filter((file) => existsSync(file))
    .map(readJson)
    .filter((manifest) => !manifest.private)
    .map(({ name }) => name);
}

/** The output is shown only when the check fails. */
async function check(folder, title, command) {
  const log = join(folder, 'check.log');
  rmSync(log, { force: true });
  const ok = (await command(log)) === 0;
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${title}`);
  if (!ok) console.log(readFileSync(log, 'utf8'));
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
}
