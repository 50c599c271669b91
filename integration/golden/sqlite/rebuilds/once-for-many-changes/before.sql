CREATE TABLE users (id INTEGER PRIMARY KEY, mail TEXT, age TEXT, junk TEXT, state TEXT DEFAULT 'new');
CREATE INDEX users_by_mail ON users (mail);
