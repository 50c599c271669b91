-- create index:t_a
-- alter table:t
--   change-replica-identity replicaIdentity: full → none

-- ==== up ====
-- batch, all or nothing

-- 1. create index t_a (create index:t_a)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile, and rows that conflict make it fail
CREATE UNIQUE INDEX t_a ON public.t USING btree (a);

-- 2. alter index t_a (create index:t_a)
ALTER TABLE public.t REPLICA IDENTITY USING INDEX t_a;

-- ==== down ====
-- batch, all or nothing

-- 1. drop index t_a (drop index:t_a)
--    ! correctness, ends-guarantee: drops the unique index t_a of table t: from then on rows come that break it, and no statement fails
--    ! slow, drops-index: drops index t_a: queries that used it read all of table t from then on
DROP INDEX public.t_a;

-- 2. change the replica identity of table t (alter table:t)
ALTER TABLE public.t REPLICA IDENTITY FULL;
