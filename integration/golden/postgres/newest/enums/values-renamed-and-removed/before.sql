CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE t (m mood DEFAULT 'ok' CHECK (m <> 'sad'), l mood[]);
CREATE VIEW v AS SELECT m FROM t;
CREATE INDEX i ON t (m) WHERE m = 'happy';
