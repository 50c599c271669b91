-- create postgres/constraint:t.t_pkey
-- create postgres/policy:t.own
-- create table:t

-- ==== up ====
-- batch, all or nothing

-- 1. create table t (create table:t)
CREATE TABLE public.t (
  id integer NOT NULL,
  owner text
);

-- 2. add primary key t_pkey to table t (create postgres/constraint:t.t_pkey)
ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY (id);

-- 3. create policy own of table t (create postgres/policy:t.own)
CREATE POLICY own ON public.t AS PERMISSIVE FOR ALL TO PUBLIC USING ((owner = CURRENT_USER));

-- ==== down ====
-- batch, all or nothing

-- 1. drop table t (drop table:t)
--    ! data-loss, drops-table: drops table t with all of its rows [irreversible]
DROP TABLE public.t;
