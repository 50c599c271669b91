CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT -- @renamed from=mail
);
CREATE TRIGGER users_lower AFTER UPDATE OF email ON users WHEN new.email <> lower(new.email) BEGIN
  UPDATE users SET email = lower(new.email) WHERE id = new.id;
END;
