/** What people call the engine: the version that goes with it is SQLite's, which decides what can be done. */
export const product = 'SQLite of rqlite';
