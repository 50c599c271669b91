CREATE TABLE is_there (id int);
CREATE TABLE t (id int PRIMARY KEY, owner text);
CREATE POLICY own ON t USING (owner = current_user);
