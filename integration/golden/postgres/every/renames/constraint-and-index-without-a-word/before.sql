CREATE TABLE t (a int CONSTRAINT old_check CHECK (a > 0), b int, CONSTRAINT old_key UNIQUE (a, b));
CREATE INDEX old_index ON t (b DESC) WHERE a > 3;
