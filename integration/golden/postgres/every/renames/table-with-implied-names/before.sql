CREATE TABLE t (id serial PRIMARY KEY, a int UNIQUE, b int CHECK (b > 0), parent int REFERENCES t);
CREATE INDEX ON t (b);
CREATE TABLE other (id int PRIMARY KEY, t_id int REFERENCES t);
