CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE DOMAIN liked AS mood;
CREATE TYPE day AS (m mood, "a note" text, l mood[], d liked);
COMMENT ON TYPE day IS 'a day';
CREATE TABLE t (c day, l day[]);
CREATE TABLE u (d liked);
