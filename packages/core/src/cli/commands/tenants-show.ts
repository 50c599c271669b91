import { counted } from '../../model/counted.js';
import { defineCommand } from '../command.js';
import { document } from '../documents.js';
import { fleetFlags, formatFlag, readingFlags } from '../flags.js';
import { auditMember } from '../fleet/audit-fleet.js';
import { openFleetBench } from '../fleet/fleet-bench.js';
import { memberCalled } from '../fleet/member-called.js';
import { align } from '../paint.js';
import { visible } from '../visible.js';

export const tenantsShow = defineCommand({
  summary: 'show a tenant of a fleet, and how its database stands',
  description:
    'What the config says of it, and what its database holds and remembers. Nothing can be written, and no lock is taken.',
  arguments: [{ name: 'TENANT', description: 'the id of a tenant' }],
  flags: { fleet: fleetFlags.fleet, ...readingFlags, ...formatFlag('text', 'json') },
  examples: [['tenants show acme', 'where it is, its labels, its runs']],
  async run(invocation) {
    const { command, flags, terminal } = invocation;
    const [id = ''] = invocation.arguments;
    const opened = await openFleetBench(invocation, { withGoal: false, everyone: true });
    const { fleet, members } = opened;
    const member = await memberCalled(id, members());
    const { member: _, ...facts } = await auditMember(invocation, opened, member);
    const { tenant, group, label } = member;
    const told = { tenant: id, ...(group !== undefined && { group }), labels: tenant.labels, database: label };
    if (flags.format === 'json') {
      terminal.json(document(command, { fleet: fleet.name, ...told, ...facts }));
      return undefined;
    }
    const { paint } = terminal;
    const labels = Object.entries(tenant.labels).map(([name, value]) => `${name}=${value}`);
    const rows = [
      ['fleet', fleet.name],
      ['group', group ?? ''],
      ['labels', labels.join(' ')],
      ['database', label],
      ['server', facts.server],
      ['holds', `${counted(facts.objects, 'object')} · root ${facts.root.slice(0, 12)}`],
      ['runs', String(facts.runs)],
      ['drifted', facts.drifted === undefined ? '' : facts.drifted ? 'yes: not as its last run left it' : 'no'],
      ['unfinished', facts.unfinished ?? ''],
    ].filter(([, text]) => text !== '');
    terminal.print(
      [
        paint.bold(visible(id)),
        ...align(rows.map(([name = '', text = '']) => [`  ${paint.dim(name)}`, visible(text)])),
      ].join('\n'),
    );
    return undefined;
  },
});
