CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT);
CREATE INDEX users_by_both ON users (name);
