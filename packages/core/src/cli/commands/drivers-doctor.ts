import { existsSync } from 'node:fs';
import type { Driver } from '../../contract/driver.js';
import { contractVersion } from '../../contract/driver.js';
import { asSyncError, exitCodes } from '../../errors.js';
import { counted } from '../../model/counted.js';
import { serverName } from '../../model/server-name.js';
import { defineCommand } from '../command.js';
import { document } from '../documents.js';
import { formatFlag } from '../flags.js';
import { type InspectedDriver, inspectDrivers } from '../inspect-drivers.js';
import { align } from '../paint.js';
import { visible } from '../visible.js';

/** One thing that was checked. */
interface Check {
  readonly subject: string;
  readonly ok: boolean;
  readonly message: string;
  readonly hint?: string;
}

const oldestNode = [20, 19] as const;

export const driversDoctor = defineCommand({
  summary: 'check that the drivers work on this machine',
  description:
    'Checks the version of Node.js, loads each driver and what it needs, and opens a scratch database where the driver can do that without a server.',
  flags: formatFlag('text', 'json'),
  async run(invocation) {
    const { command, flags, terminal } = invocation;
    const { drivers } = await inspectDrivers(invocation);
    const checks = [nodeCheck(), ...(await Promise.all(drivers.map(checkDriver))).flat()];
    const found =
      drivers.length > 0
        ? checks
        : [
            ...checks,
            { subject: 'drivers', ok: false, message: 'none is installed', hint: 'schema-sync drivers add ENGINE' },
          ];
    const healthy = found.every(({ ok }) => ok);
    if (flags.format === 'json') terminal.json(document(command, { healthy, checks: found }));
    else {
      const { paint } = terminal;
      const rows = align(
        found.map(({ subject, ok, message }) => [
          ok ? paint.green('✓') : paint.red('✗'),
          paint.bold(visible(subject)),
          visible(message),
        ]),
      );
      terminal.print(
        found
          .map(({ hint }, i) => `${rows[i]}${hint === undefined ? '' : `\n   ${paint.cyan('hint:')} ${visible(hint)}`}`)
          .join('\n'),
      );
    }
    return healthy ? exitCodes.ok : exitCodes.user;
  },
});

function nodeCheck(): Check {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const ok = major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
  return {
    subject: 'node',
    ok,
    message: process.versions.node,
    ...(!ok && { hint: `schema-sync needs Node.js ${oldestNode.join('.')} or later.` }),
  };
}

async function checkDriver({ name, loaded, problem }: InspectedDriver): Promise<readonly Check[]> {
  if (!loaded)
    return [
      {
        subject: name,
        ok: false,
        message: problem?.message ?? 'cannot be loaded',
        ...(problem?.hint !== undefined && { hint: problem.hint }),
      },
    ];
  const { driver, origin, version, file } = loaded;
  const facts = [
    `${origin}${version === undefined ? '' : ` ${version}`}`,
    `contract ${contractVersion}`,
    counted(driver.kinds.length, 'kind'),
    ...(existsSync(file) ? [] : ['built from nowhere']),
  ];
  return [{ subject: name, ok: true, message: facts.join(', ') }, ...(await checkScratch(name, driver))];
}

/** An embedded engine can be tried out; one that needs a server is not asked for any here. */
async function checkScratch(name: string, driver: Driver): Promise<readonly Check[]> {
  if (!driver.scratch) return [];
  try {
    await using scratch = await driver.scratch(undefined);
    return [{ subject: name, ok: true, message: `scratch database opened: ${serverName(scratch.server)}` }];
  } catch (thrown) {
    const error = asSyncError(thrown, 'drivers.doctor');
    if (error.code === 'SCRATCH_UNAVAILABLE')
      return [{ subject: name, ok: true, message: 'not tried: it needs a server' }];
    return [
      { subject: name, ok: false, message: error.message, ...(error.hint !== undefined && { hint: error.hint }) },
    ];
  }
}
