CREATE SCHEMA app;
CREATE TABLE app."T t" (id int PRIMARY KEY, owner text, "we""ird Näme" int);
CREATE TABLE members (name text, team int);
CREATE POLICY everybody ON app."T t";
CREATE POLICY "Only ""mine""" ON app."T t" AS RESTRICTIVE FOR UPDATE TO CURRENT_USER
  USING (owner = current_user AND "we""ird Näme" IN (SELECT team FROM members WHERE name = owner)) WITH CHECK (owner <> 'it''s');
CREATE POLICY "select" ON app."T t" FOR SELECT USING (true);
CREATE POLICY "insert" ON app."T t" FOR INSERT TO pg_monitor, pg_read_all_stats WITH CHECK (id > 0);
CREATE POLICY "delete" ON app."T t" FOR DELETE TO PUBLIC USING (id > 0);
