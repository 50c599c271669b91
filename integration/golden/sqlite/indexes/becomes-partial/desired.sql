CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT, gone INTEGER);
CREATE UNIQUE INDEX users_by_email ON users (email) WHERE gone = 0;
