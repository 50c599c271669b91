CREATE TABLE t (a INT PRIMARY KEY, b INT, c VARCHAR(9), CONSTRAINT y CHECK (((c like 'a%') or (c in ('b','it\'s')))), CONSTRAINT x CHECK (((b > 0) and (c != 'y'))));
