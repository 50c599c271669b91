CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
CREATE INDEX by_email ON users (email);
