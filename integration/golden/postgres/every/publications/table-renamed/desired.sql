CREATE TABLE "order by" (id int PRIMARY KEY, a int, b text);
CREATE PUBLICATION p FOR TABLE "order by";
