CREATE TABLE t (id int PRIMARY KEY, a text);
CREATE TABLE "Other Ö" (id int PRIMARY KEY, a text);
ALTER TABLE "Other Ö" ENABLE ROW LEVEL SECURITY;
CREATE POLICY old ON "Other Ö" USING (a = current_user);
CREATE POLICY "select" ON "Other Ö" AS RESTRICTIVE FOR SELECT USING (id > 0);
