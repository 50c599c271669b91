-- alter postgres/comment:heir.table
--   change-comment columns.come: none → come
-- replace postgres/comment:p11.table: it cannot stay while table:p is altered
-- create postgres/statistics:come
-- drop postgres/statistics:lost
-- alter table:base
--   rename-column columns.z: a → z
--   drop-column columns.gone: gone integer
--   add-column columns.come: come integer
-- alter table:p
--   rename-column columns.z: a → z
--   drop-column columns.gone: gone integer
--   add-column columns.come: come integer

-- ==== up ====
-- batch, all or nothing

-- 1. drop statistics lost (drop postgres/statistics:lost)
DROP STATISTICS public.lost;

-- 2. rename column a to z of table base (alter table:base)
--    ! correctness, breaks-clients: renames column base.a to z: statements that still say base.a fail from then on
ALTER TABLE public.base RENAME COLUMN a TO z;

-- 3. drop column gone of table base (alter table:base)
--    ! data-loss, drops-column: drops column base.gone with all of its values [irreversible]
ALTER TABLE public.base DROP COLUMN gone;

-- 4. add column come of table base (alter table:base)
ALTER TABLE public.base ADD COLUMN come integer;

-- 5. comment on table heir (alter postgres/comment:heir.table)
COMMENT ON COLUMN public.heir.come IS 'come';

-- 6. rename column a to z of table p (alter table:p)
--    ! correctness, breaks-clients: renames column p.a to z: statements that still say p.a fail from then on
ALTER TABLE public.p RENAME COLUMN a TO z;

-- 7. drop column gone of table p (alter table:p)
--    ! data-loss, drops-column: drops column p.gone with all of its values [irreversible]
ALTER TABLE public.p DROP COLUMN gone;

-- 8. add column come of table p (alter table:p)
ALTER TABLE public.p ADD COLUMN come integer;

-- 9. comment on table p11 (replace postgres/comment:p11.table)
COMMENT ON COLUMN public.p11.b IS 'b';
COMMENT ON COLUMN public.p11.come IS 'come';
COMMENT ON COLUMN public.p11.z IS 'z';

-- 10. create statistics come (create postgres/statistics:come)
CREATE STATISTICS public.come ON come, z FROM public.p11;

-- The way down does not bring back:
--   alter table:base: drops column base.gone with all of its values
--   alter table:p: drops column p.gone with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. drop statistics come (drop postgres/statistics:come)
DROP STATISTICS public.come;

-- 2. rename column z to a of table base (alter table:base)
--    ! correctness, breaks-clients: renames column base.z to a: statements that still say base.z fail from then on
ALTER TABLE public.base RENAME COLUMN z TO a;

-- 3. drop column come of table base (alter table:base)
--    ! data-loss, drops-column: drops column base.come with all of its values [irreversible]
ALTER TABLE public.base DROP COLUMN come;

-- 4. add column gone of table base (alter table:base)
ALTER TABLE public.base ADD COLUMN gone integer;

-- 5. comment on table heir (replace postgres/comment:heir.table)
COMMENT ON COLUMN public.heir.a IS 'a';

-- 6. rename column z to a of table p (alter table:p)
--    ! correctness, breaks-clients: renames column p.z to a: statements that still say p.z fail from then on
ALTER TABLE public.p RENAME COLUMN z TO a;

-- 7. drop column come of table p (alter table:p)
--    ! data-loss, drops-column: drops column p.come with all of its values [irreversible]
ALTER TABLE public.p DROP COLUMN come;

-- 8. add column gone of table p (alter table:p)
ALTER TABLE public.p ADD COLUMN gone integer;

-- 9. comment on table p11 (replace postgres/comment:p11.table)
COMMENT ON COLUMN public.p11.a IS 'a';
COMMENT ON COLUMN public.p11.b IS 'b';
COMMENT ON COLUMN public.p11.gone IS 'gone';

-- 10. create statistics lost (create postgres/statistics:lost)
CREATE STATISTICS public.lost ON a, gone FROM public.p11;
