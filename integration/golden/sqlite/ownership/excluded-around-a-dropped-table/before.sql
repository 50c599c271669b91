CREATE TABLE visits (id INTEGER PRIMARY KEY, page TEXT);
CREATE TABLE users (id INTEGER PRIMARY KEY, logins INTEGER);
CREATE INDEX tmp_by_page ON visits (page);
CREATE VIEW tmp_report AS SELECT page FROM visits;
CREATE TABLE tmp_notes (id INTEGER PRIMARY KEY, visit INTEGER REFERENCES visits (id));
CREATE TRIGGER tmp_forget AFTER DELETE ON tmp_notes BEGIN DELETE FROM visits WHERE id = old.visit; END;
