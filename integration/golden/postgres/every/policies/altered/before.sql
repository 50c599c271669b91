CREATE TABLE t (id int PRIMARY KEY, owner text);
CREATE POLICY roles ON t TO pg_monitor USING (true);
CREATE POLICY expressions ON t USING (id > 0);
CREATE POLICY command ON t FOR SELECT USING (true);
CREATE POLICY sort ON t USING (true);
CREATE POLICY loses ON t FOR UPDATE USING (true) WITH CHECK (id > 0);
