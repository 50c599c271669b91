CREATE TABLE beside (a int);
