-- rename postgres/domain-constraint:a b.or.wa s from postgres/domain-constraint:a b.or.i"s
-- alter postgres/domain:a b.or
--   change-default default: none → 2
-- alter table:t
--   add-column columns.z: z "a b"."or"[]

-- ==== up ====
-- batch, all or nothing

-- 1. change the default of domain a b.or (alter postgres/domain:a b.or)
ALTER DOMAIN "a b"."or" SET DEFAULT 2;

-- 2. rename constraint i"s of domain a b.or to wa s (rename postgres/domain-constraint:a b.or.wa s)
ALTER DOMAIN "a b"."or" RENAME CONSTRAINT "i""s" TO "wa s";

-- 3. add column z of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN z "a b"."or"[];

-- ==== down ====
-- batch, all or nothing

-- 1. change the default of domain a b.or (alter postgres/domain:a b.or)
ALTER DOMAIN "a b"."or" DROP DEFAULT;

-- 2. rename constraint wa s of domain a b.or to i"s (rename postgres/domain-constraint:a b.or.i"s)
ALTER DOMAIN "a b"."or" RENAME CONSTRAINT "wa s" TO "i""s";

-- 3. drop column z of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.z with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN z;
