import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { makeTenants } from './tenants.mjs';

const root = resolve(import.meta.dirname, '../..');
const cli = join(root, 'schema-sync');
const schema = relative(root, join(import.meta.dirname, 'schema'));
const directory = mkdtempSync(join(tmpdir(), 'schema-sync-demo-'));
const colour = process.stdout.isTTY ? (code, text) => `\x1b[${code}m${text}\x1b[0m` : (_, text) => text;

function say(text) {
  console.log(`\n${colour('1;36', `━━ ${text}`)}`);
}

/** Runs the command line as a person would, and stops the demo where the exit code is not the promised one. */
function run(expected, ...args) {
  process.stdout.write(call(expected, args));
  if (expected !== 0) console.log(colour('2', `(exit code ${expected})`));
}

function call(expected, args) {
  const shown = args
    .map((arg) => arg.replaceAll(directory, '$DEMO'))
    .map((arg) => (/[\s'"]/.test(arg) ? `'${arg}'` : arg));
  console.log(colour('2', `$ ./schema-sync ${shown.join(' ')}`));
  const { status, stdout } = spawnSync(cli, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    env: environment(),
  });
  if (status !== expected) throw new Error(`exit code ${status}, where ${expected} was promised`);
  return stdout.replaceAll(directory, '$DEMO');
}

function environment() {
  return { ...process.env, ...(process.stdout.isTTY && { FORCE_COLOR: '1' }) };
}

const url = (tenant) => `sqlite:${join(directory, `${tenant}.db`)}`;

try {
  const tenants = await makeTenants(directory);

  say(`Three tenants, one desired schema (${schema}). Is anyone in sync?`);
  for (const tenant of tenants) run(3, 'validate', '--url', url(tenant), '--to', schema);

  say('What would happen to acme? A declared rename keeps its rows; nothing is touched yet.');
  run(0, 'sync', '--url', url('acme'), '--to', schema, '--dry-run');

  say('initech has a column that the schema does not know. Nobody said that its data may go, so nothing happens.');
  run(1, 'sync', '--url', url('initech'), '--to', schema, '--yes');

  say('Bring all three to the schema. For initech, the loss is allowed by name.');
  for (const tenant of tenants) {
    run(
      0,
      'sync',
      '--url',
      url(tenant),
      '--to',
      schema,
      '--yes',
      ...(tenant === 'initech' ? ['--allow', 'data-loss'] : []),
    );
  }

  say('In sync means in sync.');
  for (const tenant of tenants) run(0, 'validate', '--url', url(tenant), '--to', schema);

  say('Back again: the way down was planned and proven with the way up.');
  const history = JSON.parse(call(0, ['history', '--url', url('globex'), '--format', 'json']));
  run(0, 'down', history.runs[0].run, '--url', url('globex'), '--yes', '--allow', 'data-loss');
  run(0, 'history', '--url', url('globex'));
} finally {
  rmSync(directory, { recursive: true, force: true });
}
