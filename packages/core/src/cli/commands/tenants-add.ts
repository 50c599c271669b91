import { SyncError } from '../../errors.js';
import type { Member } from '../../fleet/member.js';
import { requireReachable } from '../../fleet/member.js';
import { defineCommand } from '../command.js';
import { document } from '../documents.js';
import { compilingFlags, fleetFlags, formatFlag, writingFlags } from '../flags.js';
import { type FleetBench, openFleetBench } from '../fleet/fleet-bench.js';
import { reportText } from '../render/history-text.js';
import { visible } from '../visible.js';
import { approve, writeRequest } from '../writing.js';

export const tenantsAdd = defineCommand({
  summary: 'make the database of a new tenant of a fleet, as the others are to be',
  description:
    'Where the pattern of the fleet says that it is, or the list that it stands in. From the desired state, and not by way of what others went through. A database that holds something is refused.',
  arguments: [{ name: 'TENANT', description: 'the id of the new tenant' }],
  flags: {
    fleet: fleetFlags.fleet,
    to: { type: 'value', value: 'SOURCE', description: 'the desired state' },
    ...writingFlags,
    ...compilingFlags,
    ...formatFlag('text', 'json'),
  },
  examples: [['tenants add acme --yes', 'a new customer']],
  async run(invocation) {
    const { command, terminal } = invocation;
    const [id = ''] = invocation.arguments;
    const opened = await openFleetBench(invocation, { withGoal: true, everyone: true });
    const { bench, fleet } = opened;
    const member = await newMember(id, opened);
    const label = () => member.label;
    const { report } = await bench.engine.sync(member.tenant, await opened.goalOf(member), {
      ...opened.requestOf(member),
      ...writeRequest(invocation, bench),
      prove: bench.settings.prove,
      confirm: async (plan, { whole }, { missing, unmanaged, refusal }) => {
        if (whole.base.size > 0) throw taken(member);
        const approval = { way: 'up', missing, create: true, unmanaged, ...(refusal && { refusal }) } as const;
        await approve(invocation, { ...bench, label }, plan, approval);
      },
    });
    if (!report) throw taken(member);
    if (invocation.flags.format === 'json')
      terminal.json(document(command, { fleet: fleet.name, tenant: id, database: member.label, report }));
    else terminal.print(`${terminal.paint.bold(visible(member.label))}\n${reportText(report, terminal.paint)}`);
    return undefined;
  },
});

/** The tenant as the list of the fleet has it, or as its pattern makes it. */
async function newMember(id: string, { fleet, members }: FleetBench): Promise<Member> {
  for await (const member of members()) {
    if (member.tenant.id !== id) continue;
    requireReachable(member);
    return member;
  }
  const member = await fleet.newcomer(id);
  if (member) return member;
  throw new SyncError({
    code: 'NOT_FOUND',
    op: 'fleet',
    message: `nothing says where tenant ${id} is going to be`,
    hint: `Add it to the tenants of fleet ${fleet.name}, or take it out of except.`,
  });
}

function taken({ tenant, label }: Member): SyncError {
  return new SyncError({
    code: 'TENANT_INVALID',
    op: 'fleet',
    tenant: tenant.id,
    message: `${label} is there already, and a new tenant begins with nothing`,
    hint: `schema-sync sync --tenant ${tenant.id} brings it in sync. Nothing was touched.`,
  });
}
