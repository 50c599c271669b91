CREATE TABLE "the ""table""" (id int PRIMARY KEY, a int, b int);
CREATE PUBLICATION "to others" FOR TABLE "the ""table""" WHERE (a > 0);
