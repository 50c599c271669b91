CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT, age INTEGER);
CREATE INDEX users_by_email ON users (email COLLATE NOCASE, age DESC);
