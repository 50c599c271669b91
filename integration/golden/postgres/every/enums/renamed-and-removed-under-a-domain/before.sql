CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE DOMAIN liked AS mood DEFAULT 'ok';
CREATE TYPE day AS (m mood, n integer);
CREATE TABLE t (d liked DEFAULT 'ok', m mood, c day);
