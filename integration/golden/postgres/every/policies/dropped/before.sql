CREATE TABLE t (id int PRIMARY KEY, owner text);
CREATE POLICY "Own rows" ON t FOR SELECT TO pg_monitor USING (owner = current_user);
