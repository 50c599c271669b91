CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT, mail TEXT);
CREATE INDEX users_by_mail ON users (mail);
