CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT, logins INTEGER);
CREATE INDEX tmp_by_logins ON users (email, logins);
CREATE INDEX tmp_by_email ON users (email);
CREATE VIEW tmp_report AS SELECT email, logins FROM users;
CREATE VIEW tmp_emails AS SELECT email FROM users;
