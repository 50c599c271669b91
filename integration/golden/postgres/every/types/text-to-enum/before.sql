CREATE TABLE t (id int PRIMARY KEY, a text DEFAULT 'red' CHECK (a IN ('red', 'green')));
