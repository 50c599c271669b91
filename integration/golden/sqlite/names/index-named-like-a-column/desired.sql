CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
CREATE INDEX email ON users (email);
