insert into one values (1, 2);
insert into two values (3, 4, 5);
insert into heir values (6, 7, 8, 9);
insert into other_heir values (10, 11, 12);
