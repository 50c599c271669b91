-- alter postgres/domain:d
--   change-default default: none → 7
--   change-not-null notNull: false → true

-- ==== up ====
-- batch, all or nothing

-- 1. change the default of domain d (alter postgres/domain:d)
ALTER DOMAIN public.d SET DEFAULT 7;

-- 2. forbid nulls in domain d (alter postgres/domain:d)
--    ! blocks-writes, scans-table: reads all of table t for nulls, which the domain d forbids, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because it holds lists of the domain; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN b TYPE integer[] USING b::integer[];
ALTER DOMAIN public.d SET NOT NULL;
ALTER TABLE public.t ALTER COLUMN b TYPE public.d[] USING b::public.d[];

-- ==== down ====
-- batch, all or nothing

-- 1. change the default of domain d (alter postgres/domain:d)
ALTER DOMAIN public.d DROP DEFAULT;

-- 2. allow nulls in domain d (alter postgres/domain:d)
--    ! correctness, ends-guarantee: drops the NOT NULL of domain d: from then on rows come that break it, and no statement fails
ALTER DOMAIN public.d DROP NOT NULL;
