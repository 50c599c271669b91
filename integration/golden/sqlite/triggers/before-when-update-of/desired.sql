CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT, name TEXT);
CREATE TRIGGER guard BEFORE UPDATE OF email, name ON users FOR EACH ROW WHEN new.email IS NOT old.email BEGIN
  SELECT CASE WHEN new.email IS NULL THEN raise(ABORT, 'an address; please') END;
END;
