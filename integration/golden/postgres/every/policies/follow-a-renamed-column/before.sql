CREATE TABLE t (id int PRIMARY KEY, owner text);
CREATE POLICY own ON t USING (owner = current_user) WITH CHECK (owner <> 'owner');
