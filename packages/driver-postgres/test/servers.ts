import { realServer } from '../../../integration/servers/real-server.js';

export { administer, freshDatabase, withDatabase } from '../../../integration/servers/fresh-database.js';

/** The servers that these tests run against: the oldest and the newest version. */
export const servers = ['postgres-13', 'postgres-18'].map((name) => ({ name, ...realServer(name) }));
