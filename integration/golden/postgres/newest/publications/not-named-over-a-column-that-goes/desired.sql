CREATE TABLE "the ""table""" (id int PRIMARY KEY, b int);
