-- @renamed from=a
CREATE TABLE b (id INTEGER PRIMARY KEY, x TEXT, b_id INTEGER REFERENCES c (id));
-- @renamed from=b
CREATE TABLE c (id INTEGER PRIMARY KEY, y TEXT);
-- @renamed from=c
CREATE TABLE a (id INTEGER PRIMARY KEY, z TEXT);
CREATE INDEX by_x ON b (x);
CREATE VIEW seen AS SELECT y FROM c;
