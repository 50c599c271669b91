create table one (a int);
create table two (a int, b int);
create table heir (own int) inherits (one, two);
