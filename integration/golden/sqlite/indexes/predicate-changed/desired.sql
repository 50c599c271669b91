CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT, gone INTEGER);
CREATE INDEX users_by_email ON users (email) WHERE gone IS NOT 1;
