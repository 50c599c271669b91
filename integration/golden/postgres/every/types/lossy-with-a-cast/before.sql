CREATE TABLE t (a text, b bigint, c timestamp, d numeric, e boolean, f text[]);
