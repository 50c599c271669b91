import type { Driver } from '../../contract/driver.js';
import { asSyncError, SyncError } from '../../errors.js';
import type { Member } from '../../fleet/member.js';
import { counted } from '../../model/counted.js';
import { whoRuns } from '../../run/journal.js';
import { lockName } from '../../run/lock-target.js';
import { Trail } from '../../run/trail.js';
import { confirm } from '../ask.js';
import { defineCommand, type Invocation } from '../command.js';
import { document } from '../documents.js';
import { fleetFlags, formatFlag, writingFlags } from '../flags.js';
import { auditMember } from '../fleet/audit-fleet.js';
import { openFleetBench } from '../fleet/fleet-bench.js';
import { memberCalled } from '../fleet/member-called.js';
import { visible } from '../visible.js';
import type { Workbench } from '../workbench.js';

export const tenantsDrop = defineCommand({
  summary: 'drop the database of a tenant of a fleet, with all that it holds',
  description:
    'Nothing brings it back. It takes --allow data-loss, and on a terminal the id of the tenant typed out; a database in which a run is under way is left alone.',
  arguments: [{ name: 'TENANT', description: 'the id of a tenant, and no glob' }],
  flags: { fleet: fleetFlags.fleet, ...writingFlags, ...formatFlag('text', 'json') },
  examples: [['tenants drop acme --allow data-loss', 'a customer who left']],
  async run(invocation) {
    const { command, flags, terminal, signal } = invocation;
    const [id = ''] = invocation.arguments;
    const opened = await openFleetBench(invocation, { withGoal: false, everyone: true });
    const { fleet, members } = opened;
    const { driver, reading } = opened.bench;
    const member = await memberCalled(id, members());
    const { objects, root } = await auditMember(invocation, opened, member);
    if (!driver.drop) throw cannotDrop(driver);
    // What the config allows for plans was not said of this.
    if (!flags.allow.some((each) => each === 'data-loss' || each === 'all')) throw gateClosed(member, objects, command);
    await confirm(invocation, {
      yes: flags.yes,
      question: `Drop ${member.label}, which holds ${counted(objects, 'object')} and all of their rows`,
      hint: 'Nothing was touched. Add --yes if it may go.',
      name: id,
    });
    const { lockWaitMs: waitMs } = reading;
    const lock = { name: lockName, ...(waitMs !== undefined && { waitMs }) };
    const work = async () => driver.drop?.(driver.options(member.tenant.target), { signal, lock });
    await noted(invocation, opened.bench, { member, objects, root }, work);
    if (flags.format === 'json')
      terminal.json(document(command, { fleet: fleet.name, tenant: id, database: member.label, objects }));
    else
      terminal.print(
        `${terminal.paint.green('✓')} ${visible(member.label)} is dropped, which held ${counted(objects, 'object')}`,
      );
    return undefined;
  },
});

interface Dropping {
  readonly member: Member;
  readonly objects: number;
  readonly root: string;
}

/** The journal goes with the database: only the audit trail says who took it away. */
async function noted(
  { world }: Invocation,
  { audit, reading: { onEvent } }: Workbench,
  { member, objects, root }: Dropping,
  work: () => Promise<void>,
): Promise<void> {
  await audit?.ready?.();
  const trail = new Trail(audit, onEvent);
  const startedAt = world.now().toISOString();
  const write = (end: { readonly outcome: 'done' | 'failed'; readonly error?: string }) =>
    trail.write({
      ...{ type: 'drop', tenant: member.tenant.id, database: member.label, objects, root, ...whoRuns() },
      ...{ startedAt, finishedAt: world.now().toISOString(), ...end },
    });
  try {
    await work();
  } catch (thrown) {
    await write({ outcome: 'failed', error: asSyncError(thrown, 'drop').message });
    throw thrown;
  }
  await write({ outcome: 'done' });
}

function gateClosed({ tenant, label }: Member, objects: number, op: string): SyncError {
  return new SyncError({
    code: 'GATE_CLOSED',
    op,
    tenant: tenant.id,
    message: `${label} holds ${counted(objects, 'object')} and all of their rows, which would be lost`,
    hint: 'Nothing was touched. If it is meant: --allow data-loss.',
    details: { classes: ['data-loss'] },
  });
}

function cannotDrop({ name }: Driver): SyncError {
  return new SyncError({
    code: 'CAPABILITY_MISSING',
    op: 'drop',
    message: `the ${name} driver drops no databases`,
    hint: 'Drop it with the tools of the server.',
  });
}
