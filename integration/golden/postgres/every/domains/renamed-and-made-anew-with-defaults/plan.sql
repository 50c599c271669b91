-- rename postgres/domain:spun from postgres/domain:span
-- alter postgres/domain:spun
--   change-base base: character varying(20) → character varying(30)

-- ==== up ====
-- batch, all or nothing

-- 1. rename domain span to spun (rename postgres/domain:spun)
--    ! correctness, breaks-clients: renames domain span to spun: statements that still say span fail from then on
ALTER DOMAIN public.span RENAME TO spun;

-- 2. make domain spun anew (alter postgres/domain:spun)
--    ! blocks-reads, rewrites-table: writes table t again, because the domain spun is made anew; nobody reads or writes it meanwhile
ALTER DOMAIN public.spun RENAME TO _schema_sync_old_spun;
CREATE DOMAIN public.spun AS character varying(30);
ALTER TABLE public.t ALTER COLUMN s DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN s TYPE public.spun USING s::character varying;
ALTER TABLE public.t ALTER COLUMN s SET DEFAULT ('q'::character varying)::public.spun;
DROP DOMAIN public._schema_sync_old_spun;

-- ==== down ====
-- batch, all or nothing

-- 1. rename domain spun to span (rename postgres/domain:span)
--    ! correctness, breaks-clients: renames domain spun to span: statements that still say spun fail from then on
ALTER DOMAIN public.spun RENAME TO span;

-- 2. make domain span anew (alter postgres/domain:span)
--    ! blocks-reads, rewrites-table: writes table t again, because the domain span is made anew; nobody reads or writes it meanwhile
--    ! data-loss, converts-values: changes t.s from character varying(30) to character varying(20), which fails where a stored value is longer, but for blanks at its end, which are cut [irreversible]
ALTER DOMAIN public.span RENAME TO _schema_sync_old_span;
CREATE DOMAIN public.span AS character varying(20);
ALTER TABLE public.t ALTER COLUMN s DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN s TYPE public.span USING s::character varying;
ALTER TABLE public.t ALTER COLUMN s SET DEFAULT ('q'::character varying)::public.span;
DROP DOMAIN public._schema_sync_old_span;
