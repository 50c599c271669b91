CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TYPE moods AS RANGE (SUBTYPE = mood);
CREATE TABLE t (r moods);
