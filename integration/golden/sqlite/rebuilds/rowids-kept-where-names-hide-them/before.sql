CREATE TABLE words (rowid TEXT, oid TEXT, weight INTEGER DEFAULT 1);
