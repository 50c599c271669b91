create table one (a int, b int default 1, check (a > 0));
create table two (b int default 2, c int, check (c > 0));
create table heir (b int default 3, own int) inherits (one, two);
