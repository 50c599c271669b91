CREATE TABLE t (id int, a text, b text);
CREATE VIEW v AS SELECT t.b FROM t, generate_series(1, 2);
