-- drop postgres/publication:p
-- drop table:u

-- ==== up ====
-- batch, all or nothing

-- 1. drop publication p (drop postgres/publication:p)
--    ! correctness, drops-publication: drops publication p: subscriptions to it fail, and what they have not got yet they do not get
DROP PUBLICATION p;

-- 2. drop table u (drop table:u)
--    ! data-loss, drops-table: drops table u with all of its rows [irreversible]
DROP TABLE public.u;

-- The way down does not bring back:
--   drop table:u: drops table u with all of its rows

-- ==== down ====
-- batch, all or nothing

-- 1. create table u (create table:u)
CREATE TABLE public.u (
  id integer NOT NULL
);

-- 2. add primary key u_pkey to table u (create postgres/constraint:u.u_pkey)
ALTER TABLE public.u ADD CONSTRAINT u_pkey PRIMARY KEY (id);

-- 3. create publication p (create postgres/publication:p)
CREATE PUBLICATION p FOR TABLE public.u;
