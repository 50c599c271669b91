import { spawn } from 'node:child_process';
import { findProject } from '../config/find-config.js';
import type { Environment } from '../config/interpolate.js';
import { SyncError } from '../errors.js';
import { packageOf } from '../load/driver-places.js';
import { type Launch, launchOf, packageCommand, packageManagerOf } from '../load/package-manager.js';
import { usage } from './arguments.js';
import type { Invocation } from './command.js';

const packageName = /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~][a-z0-9._~-]*$/;

/** Adds or removes a driver with the project's own package manager, whose output goes to stderr. Gives the package's name. */
export async function changePackages(
  { world, terminal, signal, command }: Invocation,
  verb: 'add' | 'remove',
  given: string,
): Promise<string> {
  const name = packageOf(given);
  if (!packageName.test(given) || !packageName.test(name))
    throw usage(
      `${JSON.stringify(given)} is not the name of an engine or a package`,
      'Write for instance: schema-sync drivers add ENGINE.',
    );
  const project = findProject(world.directory);
  if (project === undefined) {
    throw new SyncError({
      code: 'NOT_FOUND',
      op: command,
      message: `${world.directory} is in no project: there is no package.json here or above`,
      hint: 'Run it inside the project that is to use the driver; npm init makes one.',
    });
  }
  const manager = packageManagerOf(project, world.environment.npm_config_user_agent);
  const words = packageCommand(manager, verb, name);
  terminal.note(`${terminal.errorPaint.dim('$')} ${[manager, ...words].join(' ')}`);
  const launch = launchOf(manager, words, world.platform, world.environment.ComSpec);
  const code = await run(launch, project, world.environment, signal);
  if (code === 0) return name;
  throw new SyncError({
    code: 'IO',
    op: command,
    message: `${[manager, ...words].join(' ')} ${code === undefined ? 'could not be started' : `failed with exit code ${code}`}`,
    hint: `Run it by hand in ${project}.`,
  });
}

/** What the package manager prints goes to stderr, so that stdout stays ours. */
function run(
  launch: Launch,
  directory: string,
  environment: Environment,
  signal: AbortSignal,
): Promise<number | undefined> {
  return new Promise((settle) => {
    const child = spawn(launch.file, [...launch.args], {
      cwd: directory,
      env: { ...environment, ...launch.environment },
      stdio: ['ignore', 2, 2],
      shell: false,
      windowsVerbatimArguments: launch.verbatim,
      signal,
    });
    child.on('error', () => settle(undefined));
    child.on('close', (code) => settle(code ?? 1));
  });
}
