CREATE TABLE people (id INTEGER PRIMARY KEY, mail TEXT);
CREATE INDEX tmp_by_mail ON people (mail) WHERE mail IS NOT NULL;
CREATE VIEW tmp_report AS SELECT id, p.mail FROM people AS p;
CREATE TRIGGER tmp_watch AFTER UPDATE OF mail ON people BEGIN DELETE FROM tmp_notes WHERE person = old.id AND old.mail <> new.mail; END;
CREATE TABLE tmp_notes (id INTEGER PRIMARY KEY, person INTEGER REFERENCES people (id));
