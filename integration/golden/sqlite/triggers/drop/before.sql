CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
CREATE TRIGGER users_lower AFTER INSERT ON users BEGIN
  UPDATE users SET email = lower(email) WHERE id = new.id;
END;
