CREATE DOMAIN "we""ird Näme" AS text;
CREATE TABLE t (id int, l "we""ird Näme"[], s "we""ird Näme");
CREATE POLICY p ON t USING (l IS NOT NULL);
