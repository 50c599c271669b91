CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
CREATE INDEX new_name ON users (email);
