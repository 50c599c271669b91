create schema mine; create table mine.t (id int);
