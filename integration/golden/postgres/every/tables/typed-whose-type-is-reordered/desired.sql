create type ty as (b text, a int); create table t of ty;
