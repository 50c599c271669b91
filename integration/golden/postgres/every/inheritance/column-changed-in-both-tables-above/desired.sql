create table one (a bigint);
create table two (a bigint, b int);
create table heir (own int) inherits (one, two);
