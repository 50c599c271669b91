CREATE TYPE span AS RANGE (SUBTYPE = bigint);
CREATE TABLE t (id integer, s span DEFAULT '[1,2)', l span[] DEFAULT '{}');
