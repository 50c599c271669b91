-- @renamed from=things
CREATE TABLE all_things (id INTEGER PRIMARY KEY);
CREATE VIEW things AS SELECT id FROM all_things;
