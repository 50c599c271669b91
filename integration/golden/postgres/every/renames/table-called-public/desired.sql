CREATE TABLE public (b int);
CREATE TABLE a (a int);
