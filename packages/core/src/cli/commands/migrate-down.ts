import { defineCommand } from '../command.js';
import { formatFlag, readingFlags, rehearsingFlags, tenantFlags, writingFlags } from '../flags.js';
import { folderFlags, runMigrations, scriptFlags } from '../migrate-call.js';

export const migrateDown = defineCommand({
  summary: 'take the newest migrations of a folder back, as their tool would',
  description: 'The newest one, or as many as --steps says. Of Prisma and Drizzle none has a way back.',
  flags: {
    ...folderFlags,
    ...tenantFlags,
    ...scriptFlags,
    ...rehearsingFlags,
    yes: writingFlags.yes,
    'lock-wait': writingFlags['lock-wait'],
    ...formatFlag('text', 'json'),
    exclude: readingFlags.exclude,
  },
  examples: [['migrate down --dir db/migrations --url URL', 'the newest one']],
  run: (invocation) => runMigrations(invocation, 'down'),
});
