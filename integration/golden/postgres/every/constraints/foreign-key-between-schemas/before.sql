CREATE SCHEMA one;
CREATE SCHEMA "two 2";
CREATE TABLE one.p (id int PRIMARY KEY);
CREATE TABLE "two 2"."c""x" (p int);
