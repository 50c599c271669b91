-- drop index:t_a

-- ==== up ====
-- batch, all or nothing

-- 1. drop index t_a (drop index:t_a)
ALTER TABLE public.t REPLICA IDENTITY DEFAULT;
-- batch, postgres/lock_timeout = 0

-- 2. drop index t_a (drop index:t_a)
--    ! correctness, ends-guarantee: drops the unique index t_a of table t: from then on rows come that break it, and no statement fails
--    ! slow, drops-index: drops index t_a: queries that used it read all of table t from then on
DROP INDEX CONCURRENTLY public.t_a;

-- ==== down ====
-- batch, postgres/lock_timeout = 0

-- 1. create index t_a (create index:t_a)
CREATE UNIQUE INDEX CONCURRENTLY t_a ON public.t USING btree (a);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.t_a;
-- batch, all or nothing

-- 2. alter index t_a (create index:t_a)
ALTER TABLE public.t REPLICA IDENTITY USING INDEX t_a;
