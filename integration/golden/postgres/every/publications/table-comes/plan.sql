-- create postgres/constraint:u.u_pkey
-- alter postgres/publication:p
--   add-member tables.u: TABLE public.u
-- create table:u

-- ==== up ====
-- batch, all or nothing

-- 1. create table u (create table:u)
CREATE TABLE public.u (
  id integer NOT NULL
);

-- 2. add primary key u_pkey to table u (create postgres/constraint:u.u_pkey)
ALTER TABLE public.u ADD CONSTRAINT u_pkey PRIMARY KEY (id);

-- 3. alter publication p (alter postgres/publication:p)
ALTER PUBLICATION p ADD TABLE public.u;

-- ==== down ====
-- batch, all or nothing

-- 1. alter publication p (alter postgres/publication:p)
--    ! correctness, publishes-less: publication p does not send all of table u any more: subscribers keep what they have, and fall behind without an error
ALTER PUBLICATION p DROP TABLE public.u;

-- 2. drop table u (drop table:u)
--    ! data-loss, drops-table: drops table u with all of its rows [irreversible]
DROP TABLE public.u;
