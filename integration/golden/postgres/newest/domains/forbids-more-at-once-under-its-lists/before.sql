CREATE DOMAIN d AS text CONSTRAINT changed CHECK (VALUE <> 'y');
ALTER DOMAIN d ADD CONSTRAINT later CHECK (VALUE <> 'x') NOT VALID;
CREATE TABLE lists (id integer PRIMARY KEY, l d[] DEFAULT '{a}', other d[]);
CREATE TABLE both_of (l d[], a d, b d);
CREATE TABLE gone (l d[]);
CREATE VIEW v AS SELECT l FROM lists;
