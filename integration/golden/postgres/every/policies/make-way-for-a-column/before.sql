CREATE TABLE t (id int PRIMARY KEY, owner varchar(10), gone int);
CREATE TABLE members (name varchar(10));
CREATE POLICY own ON t USING (owner = 'a');
CREATE POLICY other ON t USING (id IN (SELECT length(name) FROM members));
CREATE POLICY of_gone ON t USING (gone > 0);
CREATE POLICY stays ON t USING (id > 0);
