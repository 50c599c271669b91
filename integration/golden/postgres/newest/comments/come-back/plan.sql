-- replace index:by_a: an index cannot be altered
-- replace index:by_m: it cannot stay while postgres/materialized-view:m is replaced
-- replace postgres/comment:by_a.index: it cannot stay while index:by_a is replaced
-- replace postgres/comment:by_m.index: it cannot stay while index:by_m is replaced
-- replace postgres/comment:mood.postgres/enum: it cannot stay while postgres/enum:mood is altered
-- replace postgres/comment:v.view: it cannot stay while view:v is replaced
-- alter postgres/enum:mood
--   drop-value labels.sad: sad
-- replace postgres/materialized-view:m: a materialized view takes another query only when it is created
-- alter table:t
--   change-type columns.a.type: integer → bigint
--   change-expression columns.twice.generated: (id * 2) → (id * 3)
-- replace view:v: a view keeps the columns that it has, and can only get more at the end

-- ==== up ====
-- batch, all or nothing

-- 1. drop index by_a (replace index:by_a)
DROP INDEX public.by_a;

-- 2. drop materialized view m (replace postgres/materialized-view:m)
DROP MATERIALIZED VIEW public.m;

-- 3. drop view v (replace view:v)
DROP VIEW public.v;

-- 4. make enum mood anew (alter postgres/enum:mood)
ALTER TYPE public.mood RENAME TO _schema_sync_old_mood;
CREATE TYPE public.mood AS ENUM ('ok');
DROP TYPE public._schema_sync_old_mood;

-- 5. comment on enum mood (replace postgres/comment:mood.postgres/enum)
COMMENT ON TYPE public.mood IS 'a type';

-- 6. change the type of column a of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE bigint USING a::bigint;

-- 7. compute column twice in another way of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to compute the column twice anew; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN twice SET EXPRESSION AS ((id * 3));

-- 8. create index by_a (replace index:by_a)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX by_a ON public.t USING btree (a DESC);

-- 9. comment on index by_a (replace postgres/comment:by_a.index)
COMMENT ON INDEX public.by_a IS 'an index';

-- 10. create materialized view m (replace postgres/materialized-view:m)
--    ! blocks-reads, rebuilds-materialized-view: makes materialized view m again; nobody reads it until its query has run
CREATE MATERIALIZED VIEW public.m (a) AS
 SELECT a
   FROM public.t
  WITH DATA;

-- 11. create index by_m (replace index:by_m)
CREATE INDEX by_m ON public.m USING btree (a);

-- 12. comment on index by_m (replace postgres/comment:by_m.index)
COMMENT ON INDEX public.by_m IS 'an index of a view';

-- 13. create view v (replace view:v)
CREATE VIEW public.v (a, twice) AS
 SELECT a,
    twice
   FROM public.t;

-- 14. comment on view v (replace postgres/comment:v.view)
COMMENT ON VIEW public.v IS 'a view';
COMMENT ON COLUMN public.v.a IS 'a column';

-- ==== down ====
-- batch

-- 1. add value sad to enum mood (alter postgres/enum:mood)
ALTER TYPE public.mood ADD VALUE 'sad' BEFORE 'ok';
-- batch, all or nothing

-- 2. drop index by_a (replace index:by_a)
DROP INDEX public.by_a;

-- 3. drop materialized view m (replace postgres/materialized-view:m)
DROP MATERIALIZED VIEW public.m;

-- 4. drop view v (replace view:v)
DROP VIEW public.v;

-- 5. change the type of column a of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of a that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;

-- 6. compute column twice in another way of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to compute the column twice anew; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN twice SET EXPRESSION AS ((id * 2));

-- 7. create index by_a (replace index:by_a)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX by_a ON public.t USING btree (a);

-- 8. comment on index by_a (replace postgres/comment:by_a.index)
COMMENT ON INDEX public.by_a IS 'an index';

-- 9. create materialized view m (replace postgres/materialized-view:m)
--    ! blocks-reads, rebuilds-materialized-view: makes materialized view m again; nobody reads it until its query has run
CREATE MATERIALIZED VIEW public.m (a) AS
 SELECT a
   FROM public.t
  WITH DATA;

-- 10. create index by_m (replace index:by_m)
CREATE INDEX by_m ON public.m USING btree (a);

-- 11. comment on index by_m (replace postgres/comment:by_m.index)
COMMENT ON INDEX public.by_m IS 'an index of a view';

-- 12. create view v (replace view:v)
CREATE VIEW public.v (a, twice) AS
 SELECT a,
    twice
   FROM public.t;

-- 13. comment on view v (replace postgres/comment:v.view)
COMMENT ON VIEW public.v IS 'a view';
COMMENT ON COLUMN public.v.a IS 'a column';
