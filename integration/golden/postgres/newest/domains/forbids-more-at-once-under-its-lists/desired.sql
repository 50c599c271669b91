CREATE DOMAIN d AS text NOT NULL CONSTRAINT later CHECK (VALUE <> 'x') CONSTRAINT changed CHECK (VALUE <> 'z') CONSTRAINT added CHECK (VALUE <> '');
CREATE TABLE lists (id integer PRIMARY KEY, l d[] DEFAULT '{a}', other d[]);
CREATE TABLE both_of (l d[], a d, b d);
CREATE VIEW v AS SELECT l FROM lists;
