CREATE TABLE t (a int, b int);
CREATE INDEX two ON t (a);
CREATE INDEX three ON t (a, b);
