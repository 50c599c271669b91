create table p (id int not null, a int, primary key (id)) partition by list (id);
create table p1 (id int not null, a int, primary key (id));
create index p1_a_idx on p1 (a);
create index i on p (a);
comment on index p1_a_idx is 'wanted';
alter table p1 cluster on p1_pkey;
