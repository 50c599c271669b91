CREATE TYPE mood AS ENUM ('ok');
CREATE TABLE t (id int PRIMARY KEY, 
-- @renamed from=m
"my Mood" mood DEFAULT 'ok');
