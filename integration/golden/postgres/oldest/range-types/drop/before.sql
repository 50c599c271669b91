CREATE TYPE floats AS RANGE (SUBTYPE = float8);
CREATE TABLE t (id int);
