create table one (a int, b int);
create table two (a int, b int, c int);
create table heir (own int) inherits (one, two);
create table other_heir () inherits (one, two);
