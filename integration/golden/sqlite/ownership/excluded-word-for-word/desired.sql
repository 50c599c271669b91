CREATE TABLE users (id INTEGER PRIMARY KEY, Email text NOT NULL, logins integer);
