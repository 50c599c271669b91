import { counted } from '../../model/counted.js';
import { defineCommand } from '../command.js';
import { document } from '../documents.js';
import { fleetFlags, formatFlag } from '../flags.js';
import { openFleetBench } from '../fleet/fleet-bench.js';
import { align } from '../paint.js';
import { visible } from '../visible.js';

const { fleet, tenant, except, group, label, sample } = fleetFlags;

export const tenantsList = defineCommand({
  summary: 'list the tenants of a fleet',
  description:
    'Who the tenants are, as the config says it or as their databases are found. None of these is connected to.',
  flags: { fleet, tenant, except, group, label, sample, ...formatFlag('text', 'json') },
  examples: [
    ['tenants list', 'all of the fleet of the config'],
    ['tenants list --label plan=enterprise', 'those with a label'],
  ],
  async run(invocation) {
    const { command, flags, terminal } = invocation;
    const { fleet: found, members } = await openFleetBench(invocation, { withGoal: false, everyone: true });
    const all = [];
    for await (const { tenant: each, ...place } of members()) {
      all.push({
        tenant: each.id,
        ...(place.group !== undefined && { group: place.group }),
        labels: each.labels,
        database: place.label,
      });
    }
    if (flags.format === 'json') {
      terminal.json(document(command, { fleet: found.name, tenants: all }));
      return undefined;
    }
    const { paint } = terminal;
    const rows = all.map(({ tenant: id, group: of = '', labels, database }) => [
      visible(id),
      paint.cyan(visible(of)),
      visible(
        Object.entries(labels)
          .map(([name, value]) => `${name}=${value}`)
          .join(' '),
      ),
      paint.dim(visible(database)),
    ]);
    terminal.print(
      [...align(rows), paint.dim(`${counted(all.length, 'tenant')} of fleet ${visible(found.name)}`)].join('\n'),
    );
    return undefined;
  },
});
