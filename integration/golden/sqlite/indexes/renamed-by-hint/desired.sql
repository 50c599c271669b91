CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
-- @renamed from=old_name
CREATE INDEX new_name ON users (email);
