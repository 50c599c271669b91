CREATE TABLE r (id int PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, a int, b int, owner int REFERENCES r, CONSTRAINT positive CHECK (a > 0), CONSTRAINT once UNIQUE (a));
CREATE INDEX t_a ON t (a);
