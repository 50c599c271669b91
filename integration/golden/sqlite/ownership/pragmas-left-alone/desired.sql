PRAGMA user_version = 8;
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
