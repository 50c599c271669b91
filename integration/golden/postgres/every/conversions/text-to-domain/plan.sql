-- create postgres/domain-constraint:short.short_check
-- create postgres/domain:short
-- alter table:t
--   change-type columns.a.type: text → public.short
--   change-default columns.a.default: 'a'::text → 'a'::character varying

-- ==== up ====
-- batch, all or nothing

-- 1. create domain short (create postgres/domain:short)
CREATE DOMAIN public.short AS character varying(3);

-- 2. add check short_check to domain short (create postgres/domain-constraint:short.short_check)
ALTER DOMAIN public.short ADD CONSTRAINT short_check CHECK (((VALUE)::text <> ''::text));

-- 3. change the type of column a of table t (alter table:t)
--    ! data-loss, converts-values: changes t.a from text to public.short, which fails where a stored value is longer, but for blanks at its end, which are cut [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes public.short; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a TYPE public.short USING a::character varying;

-- 4. change the default of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 'a'::character varying;

-- The way down does not bring back:
--   alter table:t: changes t.a from text to public.short, which fails where a stored value is longer, but for blanks at its end, which are cut

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a TYPE text;

-- 2. change the default of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 'a'::text;

-- 3. drop domain short (drop postgres/domain:short)
--    ! correctness, drops-type: drops domain short: statements that name it fail from then on, casts among them
DROP DOMAIN public.short;
