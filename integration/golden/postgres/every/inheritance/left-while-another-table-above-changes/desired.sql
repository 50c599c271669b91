create table one (a bigint, b int default 5, z text not null default 'q', check (a > 1));
create table two (b int default 2, c int, check (c > 0));
create table heir (b int default 3, own int) inherits (one);
alter table heir add c int check (c > 0);
