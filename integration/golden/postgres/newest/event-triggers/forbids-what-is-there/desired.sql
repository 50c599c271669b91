CREATE FUNCTION no_views() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no views on Fridays'; END $$;
CREATE EVENT TRIGGER no_views ON ddl_command_start WHEN TAG IN ('CREATE VIEW') EXECUTE FUNCTION no_views();
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT 1 AS one;
