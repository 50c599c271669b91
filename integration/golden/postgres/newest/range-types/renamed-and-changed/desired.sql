CREATE TYPE spun AS RANGE (SUBTYPE = integer);
CREATE TABLE t (id integer, s spun DEFAULT '[1,2)', l spun[] DEFAULT '{}');
