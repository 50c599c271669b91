CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
CREATE INDEX old_name ON users (email);
