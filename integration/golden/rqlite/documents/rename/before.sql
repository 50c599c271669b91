CREATE TABLE people (id INTEGER PRIMARY KEY, mail TEXT);
CREATE INDEX by_mail ON people (mail);
