import { defineCommand } from '../command.js';
import { fleetFlags, formatFlag, readingFlags, rehearsingFlags, rolloutFlags, writingFlags } from '../flags.js';
import { isCallOfSeveral } from '../fleet/fleet-call.js';
import { folderFlags, runMigrations, scriptFlags } from '../migrate-call.js';

export const migrateDown = defineCommand({
  summary: 'take the newest migrations of a folder back, as their tool would',
  description: 'The newest one, or as many as --steps says. Of Prisma and Drizzle none has a way back.',
  flags: {
    ...folderFlags,
    ...fleetFlags,
    ...scriptFlags,
    ...rolloutFlags,
    ...rehearsingFlags,
    yes: writingFlags.yes,
    'lock-wait': writingFlags['lock-wait'],
    ...formatFlag('text', 'json'),
    exclude: readingFlags.exclude,
  },
  examples: [
    ['migrate down --dir db/migrations --url URL', 'the newest one'],
    ['migrate down --dir db/migrations --all-tenants', 'of every tenant of the fleet of the config'],
  ],
  async run(invocation) {
    if (await isCallOfSeveral(invocation))
      return (await import('../fleet/migrate-fleet.js')).migrateFleet(invocation, 'down');
    return await runMigrations(invocation, 'down');
  },
});
