CREATE TABLE users (id INTEGER PRIMARY KEY);
CREATE TABLE __drizzle_migrations (id INTEGER PRIMARY KEY, hash TEXT NOT NULL);
CREATE TABLE schema_migrations (version TEXT PRIMARY KEY);
CREATE TABLE _prisma_migrations (id TEXT PRIMARY KEY);
