CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TYPE day AS (m mood);
CREATE TABLE t OF day;
