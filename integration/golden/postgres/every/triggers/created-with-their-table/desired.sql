CREATE SCHEMA app;
CREATE TABLE app."T t" (id int PRIMARY KEY, a text, b tsvector);
CREATE TRIGGER search BEFORE INSERT OR UPDATE ON app."T t"
  FOR EACH ROW EXECUTE FUNCTION tsvector_update_trigger('b', 'pg_catalog.english', 'a');
ALTER TABLE app."T t" DISABLE TRIGGER search;
