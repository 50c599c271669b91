CREATE TABLE public (a int);
CREATE TABLE a (a int);
