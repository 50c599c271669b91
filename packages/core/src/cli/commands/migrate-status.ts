import { exitCodes } from '../../errors.js';
import { defineCommand } from '../command.js';
import { document } from '../documents.js';
import { fleetFlags, formatFlag } from '../flags.js';
import { isCallOfSeveral } from '../fleet/fleet-call.js';
import { folderFlags, openMigrations, standingDocument, standingText } from '../migrate-call.js';
import { visible } from '../visible.js';

export const migrateStatus = defineCommand({
  summary: 'show which migrations of a folder a database has, and which were changed since',
  flags: {
    ...folderFlags,
    ...fleetFlags,
    'exit-code': { type: 'switch', description: 'exit 3 unless all are applied as they are' },
    ...formatFlag('text', 'json'),
  },
  examples: [
    ['migrate status --dir db/migrations --url URL', 'what is applied, and what is pending'],
    ['migrate status --dir db/migrations --all-tenants', 'of every tenant of the fleet of the config'],
  ],
  async run(invocation) {
    if (await isCallOfSeveral(invocation))
      return (await import('../fleet/migrate-status-fleet.js')).migrateStatusFleet(invocation);
    const { command, flags, terminal } = invocation;
    const { bench, migrations } = await openMigrations(invocation);
    const { layout } = migrations;
    const { signal } = bench.reading;
    const { scripts } = await bench.engine.migrations(bench.tenant(), migrations, { signal });
    const { paint } = terminal;
    if (flags.format === 'json')
      terminal.json(
        document(command, {
          tenant: bench.tenant().id,
          database: bench.label(),
          layout: layout.name,
          table: layout.table.name,
          migrations: standingDocument(scripts),
        }),
      );
    else
      terminal.print(
        `${paint.bold(`${layout.tool}`)} in ${visible(migrations.folder)}, on ${visible(bench.label())}\n\n${standingText(scripts, paint)}`,
      );
    return flags['exit-code'] && scripts.some(({ state }) => state !== 'applied') ? exitCodes.integrity : exitCodes.ok;
  },
});
