CREATE TYPE mood AS ENUM ('ok', 'mad', 'sad');
CREATE TABLE t (id int PRIMARY KEY, kept mood, s mood DEFAULT 'mad');
