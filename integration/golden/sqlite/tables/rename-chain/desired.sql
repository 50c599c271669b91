-- @renamed from=b
CREATE TABLE c (id INTEGER PRIMARY KEY, y TEXT);
-- @renamed from=a
CREATE TABLE d (id INTEGER PRIMARY KEY, x TEXT);
