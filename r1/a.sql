create schema app;
create type app.feeling as enum ('a','b');
create function app.f(m app.feeling) returns int language sql as 'select 2';
create table app.t (id int primary key, m app.feeling);
