CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE t (id int PRIMARY KEY, m mood DEFAULT 'ok');
CREATE TABLE u (m mood DEFAULT 'sad');
