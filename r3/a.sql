create schema shop; create type shop.mood as enum ('a','b'); create function shop.f(m shop.mood) returns int language sql as 'select 2';
