insert into one values (1, 2);
insert into two values (3, 4, 5);
