CREATE TYPE numbers AS RANGE (SUBTYPE = float8);
CREATE TABLE t (r numbers DEFAULT numbers(1, 2), rs numbers[]);
