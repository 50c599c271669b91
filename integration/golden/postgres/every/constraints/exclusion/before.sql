CREATE TABLE t (r int4range, p point, c circle, live bool);
