create schema app;
create table app.t (id int, a int);
create sequence app.s;
create type app.feeling as enum ('a','b'); create table app.mine (m app.feeling);
create table app.cnt (id serial);
