import { exitCodes } from '../../errors.js';
import { defineCommand } from '../command.js';
import { document } from '../documents.js';
import { formatFlag, tenantFlags } from '../flags.js';
import { folderFlags, openMigrations, standingText } from '../migrate-call.js';
import { visible } from '../visible.js';

export const migrateStatus = defineCommand({
  summary: 'show which migrations of a folder a database has, and which were changed since',
  flags: {
    ...folderFlags,
    ...tenantFlags,
    'exit-code': { type: 'switch', description: 'exit 3 unless all are applied as they are' },
    ...formatFlag('text', 'json'),
  },
  examples: [['migrate status --dir db/migrations --url URL', 'what is applied, and what is pending']],
  async run(invocation) {
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
          migrations: scripts.map(({ id, name, state }) => ({ id, name, state })),
        }),
      );
    else
      terminal.print(
        `${paint.bold(`${layout.tool}`)} in ${visible(migrations.folder)}, on ${visible(bench.label())}\n\n${standingText(scripts, paint)}`,
      );
    return flags['exit-code'] && scripts.some(({ state }) => state !== 'applied') ? exitCodes.integrity : exitCodes.ok;
  },
});
