CREATE TABLE t (id int PRIMARY KEY, a int DEFAULT 3 CHECK (a > 0), twice int GENERATED ALWAYS AS (a * 2) STORED, UNIQUE (a));
CREATE INDEX t_expression ON t ((a + 1)) WHERE a > 2;
CREATE TABLE child (t_id int REFERENCES t, a int REFERENCES t (a));
