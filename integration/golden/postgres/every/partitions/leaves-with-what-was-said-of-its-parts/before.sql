create table p (id int not null, a int, primary key (id)) partition by list (id);
create table p1 partition of p for values in (1);
create index i on p (a);
comment on index p1_a_idx is 'of part';
alter index p1_a_idx set (fillfactor=50);
alter table p1 cluster on p1_a_idx;
alter table p1 replica identity using index p1_pkey;
comment on constraint p1_pkey on p1 is 'part of key';
