CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT, logins INTEGER);
CREATE TABLE log (line TEXT);
CREATE INDEX tmp_by_email ON users (email) WHERE logins > 0;
CREATE TRIGGER tmp_watch AFTER INSERT ON users BEGIN INSERT INTO log VALUES (new.email); END;
CREATE VIEW tmp_report AS SELECT email, logins FROM users;
