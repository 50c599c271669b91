import { defineCommand } from '../command.js';
import { fleetFlags, formatFlag, readingFlags, rehearsingFlags, rolloutFlags, writingFlags } from '../flags.js';
import { isCallOfSeveral } from '../fleet/fleet-call.js';
import { folderFlags, runMigrations, scriptFlags } from '../migrate-call.js';

export const migrateUp = defineCommand({
  summary: 'run the migrations of a folder that are pending, as their tool would',
  description:
    'Folders of dbmate, golang-migrate, goose, Flyway, Prisma, Drizzle, node-pg-migrate and Knex (in SQL) are known, and numbered files of no tool. What their table holds as applied is not run again; what is run is noted there as the tool itself does, in the same transaction where it has one, so that both can be used side by side.',
  flags: {
    ...folderFlags,
    ...fleetFlags,
    ...scriptFlags,
    'out-of-order': { type: 'switch', description: 'also those that come before one which was applied' },
    ...rolloutFlags,
    ...rehearsingFlags,
    yes: writingFlags.yes,
    'lock-wait': writingFlags['lock-wait'],
    ...formatFlag('text', 'json'),
    exclude: readingFlags.exclude,
  },
  examples: [
    ['migrate up --dir db/migrations --url URL', 'all that are pending'],
    [
      'migrate up --dir db/migrations --all-tenants --waves canary:1,rest',
      'of every tenant of a fleet, one of them first',
    ],
  ],
  async run(invocation) {
    if (await isCallOfSeveral(invocation))
      return (await import('../fleet/migrate-fleet.js')).migrateFleet(invocation, 'up');
    return await runMigrations(invocation, 'up');
  },
});
