-- alter table:t
--   rename-column columns.is live: live → is live
--   rename-column columns.span: r → span

-- ==== up ====
-- batch, all or nothing

-- 1. rename column live to is live of table t (alter table:t)
--    ! correctness, breaks-clients: renames column t.live to is live: statements that still say t.live fail from then on
ALTER TABLE public.t RENAME COLUMN live TO "is live";

-- 2. rename column r to span of table t (alter table:t)
--    ! correctness, breaks-clients: renames column t.r to span: statements that still say t.r fail from then on
ALTER TABLE public.t RENAME COLUMN r TO span;

-- ==== down ====
-- batch, all or nothing

-- 1. rename column is live to live of table t (alter table:t)
--    ! correctness, breaks-clients: renames column t.is live to live: statements that still say t.is live fail from then on
ALTER TABLE public.t RENAME COLUMN "is live" TO live;

-- 2. rename column span to r of table t (alter table:t)
--    ! correctness, breaks-clients: renames column t.span to r: statements that still say t.span fail from then on
ALTER TABLE public.t RENAME COLUMN span TO r;
