// node host.mjs FILE [RELEASE]: starts a host whose plugins bring their tables along, and says what came of them.
import { RuntimeMigrator } from '@sync/drizzle';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { agents, plugin as agentsPlugin } from './plugins/agents.mjs';
import { pluginOf } from './plugins/notes.mjs';

const [file = 'host.db', release = '1'] = process.argv.slice(2);
const client = new Database(file);
client.pragma('journal_mode = WAL');
const database = drizzle({ client });
const notesPlugin = pluginOf(release);

// As they were found: whose tables others refer to is migrated before them.
const results = await new RuntimeMigrator(database).migrateAll([notesPlugin, agentsPlugin], { lockTimeout: 30_000 });
for (const { plugin, outcome, changes } of results) {
  console.log(`${plugin}: ${outcome}${changes.length > 0 ? ` (${changes.join(', ')})` : ''}`);
}

const { notes } = notesPlugin.schema;
database.insert(agents).values({ id: 1, name: 'Ada' }).onConflictDoNothing().run();
database
  .insert(notes)
  .values({ agent: 1, [release === '1' ? 'body' : 'content']: `written by release ${release}` })
  .run();
for (const row of database.select().from(notes).all()) console.log(JSON.stringify(row));
client.close();
