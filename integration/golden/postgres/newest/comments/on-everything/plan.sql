-- create postgres/comment:by a.index
-- create postgres/comment:m.postgres/materialized-view
-- create postgres/comment:mood.postgres/enum
-- create postgres/comment:o s.T t.T t_id_fkey.postgres/constraint
-- create postgres/comment:o s.T t.ru.postgres/rule
-- create postgres/comment:o s.T t.table
-- create postgres/comment:o s.schema
-- create postgres/comment:s.sequence
-- create postgres/comment:st.postgres/statistics
-- create postgres/comment:t.pk.postgres/constraint
-- create postgres/comment:t.po.postgres/policy
-- create postgres/comment:t.small.postgres/constraint
-- create postgres/comment:t.table
-- create postgres/comment:t.tr.postgres/trigger
-- create postgres/comment:v.view

-- ==== up ====
-- batch, all or nothing

-- 1. comment on index by a (create postgres/comment:by a.index)
COMMENT ON INDEX public."by a" IS 'an index';

-- 2. comment on materialized view m (create postgres/comment:m.postgres/materialized-view)
COMMENT ON MATERIALIZED VIEW public.m IS 'a materialized view';
COMMENT ON COLUMN public.m.id IS 'a column of a materialized view';

-- 3. comment on enum mood (create postgres/comment:mood.postgres/enum)
COMMENT ON TYPE public.mood IS 'how one feels';

-- 4. comment on constraint o s.T t.T t_id_fkey (create postgres/comment:o s.T t.T t_id_fkey.postgres/constraint)
COMMENT ON CONSTRAINT "T t_id_fkey" ON "o s"."T t" IS 'a foreign key';

-- 5. comment on rule o s.T t.ru (create postgres/comment:o s.T t.ru.postgres/rule)
COMMENT ON RULE ru ON "o s"."T t" IS 'a rule';

-- 6. comment on table o s.T t (create postgres/comment:o s.T t.table)
COMMENT ON COLUMN "o s"."T t".id IS 'a column';

-- 7. comment on schema o s (create postgres/comment:o s.schema)
COMMENT ON SCHEMA "o s" IS 'a schema';

-- 8. comment on sequence s (create postgres/comment:s.sequence)
COMMENT ON SEQUENCE public.s IS 'a sequence';

-- 9. comment on statistics st (create postgres/comment:st.postgres/statistics)
COMMENT ON STATISTICS public.st IS 'statistics';

-- 10. comment on constraint t.pk (create postgres/comment:t.pk.postgres/constraint)
COMMENT ON CONSTRAINT pk ON public.t IS 'a key';
COMMENT ON INDEX public.pk IS 'the index of a key';

-- 11. comment on policy t.po (create postgres/comment:t.po.postgres/policy)
COMMENT ON POLICY po ON public.t IS 'a policy';

-- 12. comment on constraint t.small (create postgres/comment:t.small.postgres/constraint)
COMMENT ON CONSTRAINT small ON public.t IS 'a check';

-- 13. comment on table t (create postgres/comment:t.table)
COMMENT ON TABLE public.t IS E'it''s "t", with a \\ and
a second line';
COMMENT ON COLUMN public.t.id IS 'who';
COMMENT ON COLUMN public.t."we""ird Näme" IS 'what';

-- 14. comment on trigger t.tr (create postgres/comment:t.tr.postgres/trigger)
COMMENT ON TRIGGER tr ON public.t IS 'a trigger';

-- 15. comment on view v (create postgres/comment:v.view)
COMMENT ON VIEW public.v IS 'a view';
COMMENT ON COLUMN public.v.id IS 'a column of a view';

-- ==== down ====
-- batch, all or nothing

-- 1. comment on index by a (drop postgres/comment:by a.index)
COMMENT ON INDEX public."by a" IS NULL;

-- 2. comment on materialized view m (drop postgres/comment:m.postgres/materialized-view)
COMMENT ON MATERIALIZED VIEW public.m IS NULL;
COMMENT ON COLUMN public.m.id IS NULL;

-- 3. comment on enum mood (drop postgres/comment:mood.postgres/enum)
COMMENT ON TYPE public.mood IS NULL;

-- 4. comment on constraint o s.T t.T t_id_fkey (drop postgres/comment:o s.T t.T t_id_fkey.postgres/constraint)
COMMENT ON CONSTRAINT "T t_id_fkey" ON "o s"."T t" IS NULL;

-- 5. comment on rule o s.T t.ru (drop postgres/comment:o s.T t.ru.postgres/rule)
COMMENT ON RULE ru ON "o s"."T t" IS NULL;

-- 6. comment on table o s.T t (drop postgres/comment:o s.T t.table)
COMMENT ON COLUMN "o s"."T t".id IS NULL;

-- 7. comment on schema o s (drop postgres/comment:o s.schema)
COMMENT ON SCHEMA "o s" IS NULL;

-- 8. comment on sequence s (drop postgres/comment:s.sequence)
COMMENT ON SEQUENCE public.s IS NULL;

-- 9. comment on statistics st (drop postgres/comment:st.postgres/statistics)
COMMENT ON STATISTICS public.st IS NULL;

-- 10. comment on constraint t.pk (drop postgres/comment:t.pk.postgres/constraint)
COMMENT ON CONSTRAINT pk ON public.t IS NULL;
COMMENT ON INDEX public.pk IS NULL;

-- 11. comment on policy t.po (drop postgres/comment:t.po.postgres/policy)
COMMENT ON POLICY po ON public.t IS NULL;

-- 12. comment on constraint t.small (drop postgres/comment:t.small.postgres/constraint)
COMMENT ON CONSTRAINT small ON public.t IS NULL;

-- 13. comment on table t (drop postgres/comment:t.table)
COMMENT ON TABLE public.t IS NULL;
COMMENT ON COLUMN public.t.id IS NULL;
COMMENT ON COLUMN public.t."we""ird Näme" IS NULL;

-- 14. comment on trigger t.tr (drop postgres/comment:t.tr.postgres/trigger)
COMMENT ON TRIGGER tr ON public.t IS NULL;

-- 15. comment on view v (drop postgres/comment:v.view)
COMMENT ON VIEW public.v IS NULL;
COMMENT ON COLUMN public.v.id IS NULL;
