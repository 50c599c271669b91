CREATE TYPE kind AS ENUM ('a', 'b');
CREATE TABLE t (id int, missing bool DEFAULT (NULL::kind IS NULL));
