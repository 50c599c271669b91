CREATE SCHEMA app;
CREATE TABLE app.t (id int CONSTRAINT pk PRIMARY KEY, a int);
COMMENT ON TABLE app.t IS 'a table';
COMMENT ON COLUMN app.t.a IS 'a column';
COMMENT ON CONSTRAINT pk ON app.t IS 'a key';
CREATE VIEW v AS SELECT a FROM app.t;
COMMENT ON COLUMN v.a IS 'of a view';
CREATE INDEX i ON app.t (a);
COMMENT ON INDEX app.i IS 'an index';
