CREATE TYPE temper AS ENUM ('ok', 'sad', 'mad');
CREATE TABLE t (id int PRIMARY KEY, a temper DEFAULT 'ok');
