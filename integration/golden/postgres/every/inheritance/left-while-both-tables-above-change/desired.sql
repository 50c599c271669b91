create table one (a bigint, bb int);
create table two (a bigint, bb int, c int);
create table heir (own int) inherits (two);
create table other_heir (c int) inherits (one);
