CREATE TABLE people (id int CONSTRAINT people_key PRIMARY KEY, mail text CHECK (mail <> ''), twice int GENERATED ALWAYS AS (id * 2) STORED);
CREATE TABLE orders (id int PRIMARY KEY, person int CONSTRAINT to_person REFERENCES people (id));
CREATE INDEX by_mail ON people (lower(mail)) WHERE mail IS NOT NULL;
CREATE VIEW mails AS SELECT mail FROM people;
