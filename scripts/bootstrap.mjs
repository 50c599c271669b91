import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pnpm, root } from './lib/run.mjs';

const stampFile = join(root, 'node_modules/.bootstrap-stamp');

/** Installs the locked dependencies, unless the last install saw the same manifests and Node. Resolves to the exit code. */
export async function bootstrap() {
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp()) return 0;
  return install('--frozen-lockfile');
}

async function install(mode) {
  const code = await pnpm(['install', mode], { env: headers() });
  if (code === 0) writeFileSync(stampFile, stamp());
  return code;
}

/** Native modules are compiled against the headers beside the running Node, so that none are downloaded. */
function headers() {
  const prefix = dirname(dirname(process.execPath));
  return existsSync(join(prefix, 'include/node/node.h')) ? { npm_config_nodedir: prefix } : {};
}

function stamp() {
  const packages = ['packages', 'examples'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => `${folder}/${name}/package.json`),
  );
  const inputs = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', 'integration/package.json', ...packages];
  const hash = createHash('sha256').update(`${process.version} ${process.platform} ${process.arch}`);
  for (const input of inputs.sort()) {
    const path = join(root, input);
    if (existsSync(path)) hash.update(`\n${input}\n`).update(readFileSync(path));
  }
  return hash.digest('hex');
}

if (import.meta.filename === process.argv[1]) {
  process.exitCode = process.argv.includes('--relock') ? await install('--no-frozen-lockfile') : await bootstrap();
}
