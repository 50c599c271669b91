CREATE TABLE r (id bigint PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, a bigint, b int, owner bigint REFERENCES r ON DELETE CASCADE, CONSTRAINT positive CHECK (a > -1), CONSTRAINT once UNIQUE (a, b));
CREATE INDEX t_a ON t (a, b);
