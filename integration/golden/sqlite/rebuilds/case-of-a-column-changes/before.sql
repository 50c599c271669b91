CREATE TABLE users (id INTEGER PRIMARY KEY, Email TEXT);
CREATE INDEX users_by_email ON users (Email);
