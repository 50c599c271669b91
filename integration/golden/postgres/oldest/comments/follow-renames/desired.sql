CREATE SCHEMA app;
CREATE TABLE app."T" (id int CONSTRAINT pk PRIMARY KEY, "A" int);
COMMENT ON TABLE app."T" IS 'a table';
COMMENT ON COLUMN app."T"."A" IS 'a column';
COMMENT ON CONSTRAINT pk ON app."T" IS 'a key';
CREATE VIEW v AS SELECT "A" AS other FROM app."T";
COMMENT ON COLUMN v.other IS 'of a view';
CREATE INDEX "New" ON app."T" ("A");
COMMENT ON INDEX app."New" IS 'another text';
