/** How the name of every scratch database begins. */
export const scratchPrefix = '_schema_sync_scratch_';

/** Whether a database of this name is a throw-away one of ours. */
export function isScratch(database: string): boolean {
  return database.startsWith(scratchPrefix);
}
