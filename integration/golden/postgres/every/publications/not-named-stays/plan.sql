-- create postgres/constraint:u.u_pkey
-- create table:u
-- left alone: postgres/publication p: what is of the whole database stays unless --with database

-- ==== up ====
-- batch, all or nothing

-- 1. create table u (create table:u)
CREATE TABLE public.u (
  id integer NOT NULL
);

-- 2. add primary key u_pkey to table u (create postgres/constraint:u.u_pkey)
ALTER TABLE public.u ADD CONSTRAINT u_pkey PRIMARY KEY (id);

-- ==== down ====
-- batch, all or nothing

-- 1. drop table u (drop table:u)
--    ! data-loss, drops-table: drops table u with all of its rows [irreversible]
DROP TABLE public.u;
