CREATE SCHEMA "my app";
CREATE TABLE "my app".m (id int, k int) PARTITION BY LIST (k);
CREATE TABLE "my app"."m 1" PARTITION OF "my app".m FOR VALUES IN (1);
CREATE TABLE "my app"."m 2" PARTITION OF "my app".m FOR VALUES IN (2);
CREATE INDEX "of m" ON ONLY "my app".m (id);
CREATE INDEX "of 1" ON "my app"."m 1" (id);
ALTER INDEX "my app"."of m" ATTACH PARTITION "my app"."of 1";
