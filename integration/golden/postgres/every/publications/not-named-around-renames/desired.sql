CREATE TABLE "order by" (id int PRIMARY KEY, a int, b text);
