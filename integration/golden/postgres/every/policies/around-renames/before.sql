CREATE TABLE t (id int PRIMARY KEY, owner text);
CREATE TABLE members (name text);
CREATE POLICY own ON t USING (owner IN (SELECT name FROM members WHERE name = t.owner)) WITH CHECK (id > 0);
