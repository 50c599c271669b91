CREATE SCHEMA "my app";
CREATE TABLE "my app".m (id int, k int) PARTITION BY LIST (k);
CREATE TABLE "my app"."m 1" PARTITION OF "my app".m FOR VALUES IN (1);
CREATE TABLE "my app"."m 2" PARTITION OF "my app".m FOR VALUES IN (2);
