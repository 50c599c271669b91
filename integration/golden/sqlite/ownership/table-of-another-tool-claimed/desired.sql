CREATE TABLE users (id INTEGER PRIMARY KEY);
CREATE TABLE schema_migrations (version TEXT PRIMARY KEY, applied_at TEXT);
