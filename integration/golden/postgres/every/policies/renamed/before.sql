CREATE TABLE t (id int PRIMARY KEY, owner text);
CREATE POLICY old ON t USING (owner = current_user);
