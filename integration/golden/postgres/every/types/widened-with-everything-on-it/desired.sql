CREATE TABLE t (id bigint PRIMARY KEY, a bigint DEFAULT 3 CHECK (a > 0), twice bigint GENERATED ALWAYS AS (a * 2) STORED, UNIQUE (a));
CREATE INDEX t_expression ON t ((a + 1)) WHERE a > 2;
CREATE TABLE child (t_id bigint REFERENCES t, a bigint REFERENCES t (a));
