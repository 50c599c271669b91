CREATE TYPE floats AS RANGE (SUBTYPE = float8);
CREATE TABLE t (r floats DEFAULT floats(1, 2), rs floats[]);
