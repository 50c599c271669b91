CREATE TABLE users (id INTEGER PRIMARY KEY, mail TEXT, name TEXT);
CREATE VIEW first AS SELECT * FROM second;
CREATE VIEW second AS SELECT * FROM first;
CREATE VIEW own AS SELECT * FROM own;
CREATE VIEW beside AS SELECT * FROM first;
CREATE VIEW tmp_first AS SELECT * FROM tmp_second;
CREATE VIEW tmp_second AS SELECT * FROM tmp_first;
