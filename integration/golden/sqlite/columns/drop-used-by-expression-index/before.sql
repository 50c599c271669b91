CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT, gone INTEGER);
CREATE INDEX users_by_lower ON users (lower(email));
CREATE INDEX users_here ON users (id) WHERE gone = 0;
