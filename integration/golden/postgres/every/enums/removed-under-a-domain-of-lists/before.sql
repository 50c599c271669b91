CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE DOMAIN moods AS mood[] CHECK (cardinality(VALUE) < 9);
CREATE TABLE t (d moods);
