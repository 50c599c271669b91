insert into a.t values (1, 2), (3, 4);
insert into b.k values (5);
insert into b.u values ('z');
