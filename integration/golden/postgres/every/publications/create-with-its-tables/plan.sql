-- create postgres/constraint:t.t_pkey
-- create postgres/constraint:u.u_pkey
-- create postgres/publication:p
-- create table:t
-- create table:u

-- ==== up ====
-- batch, all or nothing

-- 1. create table t (create table:t)
CREATE TABLE public.t (
  id integer NOT NULL,
  a integer,
  b text
);

-- 2. add primary key t_pkey to table t (create postgres/constraint:t.t_pkey)
ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY (id);

-- 3. create table u (create table:u)
CREATE TABLE public.u (
  id integer NOT NULL
);

-- 4. add primary key u_pkey to table u (create postgres/constraint:u.u_pkey)
ALTER TABLE public.u ADD CONSTRAINT u_pkey PRIMARY KEY (id);

-- 5. create publication p (create postgres/publication:p)
CREATE PUBLICATION p FOR TABLE public.t, public.u WITH (publish = 'insert, update', publish_via_partition_root = true);

-- ==== down ====
-- batch, all or nothing

-- 1. drop publication p (drop postgres/publication:p)
--    ! correctness, drops-publication: drops publication p: subscriptions to it fail, and what they have not got yet they do not get
DROP PUBLICATION p;

-- 2. drop table t (drop table:t)
--    ! data-loss, drops-table: drops table t with all of its rows [irreversible]
DROP TABLE public.t;

-- 3. drop table u (drop table:u)
--    ! data-loss, drops-table: drops table u with all of its rows [irreversible]
DROP TABLE public.u;
