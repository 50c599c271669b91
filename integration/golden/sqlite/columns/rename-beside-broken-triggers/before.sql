CREATE TABLE users (id INTEGER PRIMARY KEY, mail TEXT);
CREATE TABLE log (id INTEGER PRIMARY KEY, line TEXT);
CREATE TRIGGER new_column AFTER INSERT ON log BEGIN
  SELECT new.gone;
END;
CREATE TRIGGER no_old_row AFTER INSERT ON log WHEN old.line IS NULL BEGIN
  SELECT 1;
END;
CREATE TRIGGER bare_column BEFORE DELETE ON log BEGIN
  DELETE FROM log WHERE id = old.id AND gone = 1;
END;
CREATE TRIGGER values_of_others AFTER UPDATE OF line ON log BEGIN
  UPDATE log SET line = other.gone FROM log AS other WHERE other.id IS NOT DISTINCT FROM old.id;
END;
CREATE TRIGGER in_an_upsert AFTER INSERT ON log BEGIN
  INSERT INTO log VALUES (new.id, 'again') ON CONFLICT (id) DO UPDATE SET line = excluded.gone;
END;
CREATE TRIGGER holds AFTER UPDATE ON log WHEN new.line IS DISTINCT FROM old.line BEGIN
  SELECT RAISE(ABORT, 'no') WHERE new.line IS NULL;
  INSERT INTO log VALUES (new.id, new.line) ON CONFLICT (id) DO UPDATE SET line = excluded.line || log.line || line || new.line;
  UPDATE OR IGNORE log SET (id, line) = (SELECT old.id, new.line) WHERE id IN (SELECT id FROM log);
END;
CREATE TRIGGER of_an_application AFTER INSERT ON log WHEN of_the_application(new.id) BEGIN
  SELECT CASE WHEN new.line = '' THEN RAISE(IGNORE) END;
END;
CREATE TRIGGER sets_no_column AFTER INSERT ON log BEGIN
  UPDATE log SET gone = 1;
END;
