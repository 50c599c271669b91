CREATE TABLE t (id int);
CREATE SCHEMA app;
CREATE TABLE app."we""ird Näme" (id int, tenant text);
ALTER TABLE app."we""ird Näme" ENABLE ROW LEVEL SECURITY;
ALTER TABLE app."we""ird Näme" FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON app."we""ird Näme" USING (tenant = current_user);
