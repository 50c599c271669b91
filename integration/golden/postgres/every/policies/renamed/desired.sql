CREATE TABLE t (id int PRIMARY KEY, owner text);
CREATE POLICY "New one" ON t USING (owner = current_user);
