CREATE TABLE t (id int PRIMARY KEY, owner text);
CREATE POLICY roles ON t TO pg_read_all_stats, pg_monitor USING (true);
CREATE POLICY expressions ON t USING (id > 1) WITH CHECK (owner <> '');
CREATE POLICY command ON t FOR DELETE USING (true);
CREATE POLICY sort ON t AS RESTRICTIVE USING (true);
CREATE POLICY loses ON t FOR UPDATE USING (true);
