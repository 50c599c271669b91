CREATE TABLE t (a int, b text);
CREATE UNIQUE INDEX other ON t (b COLLATE "C" text_pattern_ops);
CREATE INDEX fresh ON t ((a + 1), b DESC) WITH (fillfactor = 50);
