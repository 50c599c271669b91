CREATE TYPE state AS ENUM ('a');
CREATE TABLE one (id int PRIMARY KEY, x numeric(8,2), s state);
CREATE TABLE two (id int PRIMARY KEY, y numeric(8,2));
CREATE VIEW ones AS SELECT x FROM one;
CREATE VIEW twos AS SELECT y FROM two;
CREATE VIEW both_ AS SELECT x, y FROM ones, twos;
