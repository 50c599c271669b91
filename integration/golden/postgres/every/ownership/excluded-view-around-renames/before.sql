CREATE TABLE people (id int PRIMARY KEY, mail text);
CREATE VIEW tmp_mails AS SELECT mail FROM people WHERE mail <> '';
