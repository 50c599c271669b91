CREATE TABLE users (id INTEGER PRIMARY KEY, first TEXT, last TEXT);
CREATE INDEX users_by_name ON users (last, first);
