CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
CREATE INDEX users_by_email ON users (email);
