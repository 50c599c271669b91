CREATE TABLE t (a int CONSTRAINT new_check CHECK (a > 0), b int, CONSTRAINT new_key UNIQUE (a, b));
CREATE INDEX new_index ON t (b DESC) WHERE a > 3;
