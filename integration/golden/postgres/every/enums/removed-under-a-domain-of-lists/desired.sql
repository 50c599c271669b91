CREATE TYPE mood AS ENUM ('happy', 'ok');
CREATE DOMAIN moods AS mood[] CHECK (cardinality(VALUE) < 9);
CREATE TABLE t (d moods);
