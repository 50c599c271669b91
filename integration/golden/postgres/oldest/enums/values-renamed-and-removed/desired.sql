CREATE TYPE mood AS ENUM ('happy', 'fine');
CREATE TABLE t (m mood DEFAULT 'fine', l mood[]);
CREATE VIEW v AS SELECT m FROM t;
CREATE INDEX i ON t (m) WHERE m = 'happy';
