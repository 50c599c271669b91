CREATE TYPE color AS ENUM ('red', 'green');
CREATE TABLE t (id int PRIMARY KEY, a color DEFAULT 'red');
