CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT, email TEXT, name TEXT);
CREATE INDEX users_by_email ON users (email);
