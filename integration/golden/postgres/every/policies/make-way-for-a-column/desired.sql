CREATE TABLE t (id int PRIMARY KEY, owner varchar(20));
CREATE TABLE members (name varchar(20));
CREATE POLICY own ON t USING (owner = 'a');
CREATE POLICY other ON t USING (id IN (SELECT length(name) FROM members));
CREATE POLICY of_gone ON t USING (id > 0);
CREATE POLICY stays ON t USING (id > 0);
