CREATE TABLE t (id integer NOT NULL, code integer NOT NULL);
CREATE TABLE other (id integer PRIMARY KEY, t_id integer, t_code integer);
