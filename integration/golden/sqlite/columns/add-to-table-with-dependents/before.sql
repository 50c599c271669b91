CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
CREATE INDEX users_by_email ON users (email);
CREATE VIEW everybody AS SELECT * FROM users;
CREATE TRIGGER users_lower AFTER INSERT ON users BEGIN
  UPDATE users SET email = lower(email) WHERE id = new.id;
END;
