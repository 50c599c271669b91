-- alter postgres/enum:state
--   add-value labels.b: b
-- alter table:one
--   change-type columns.x.type: numeric(8,2) → numeric(10,2)
-- alter table:two
--   change-type columns.y.type: numeric(8,2) → numeric(10,2)
-- replace view:both_: a view keeps the columns that it has, and can only get more at the end
-- replace view:ones: a view keeps the columns that it has, and can only get more at the end
-- replace view:twos: a view keeps the columns that it has, and can only get more at the end

-- ==== up ====
-- batch

-- 1. add value b to enum state (alter postgres/enum:state)
ALTER TYPE public.state ADD VALUE 'b';
-- batch, all or nothing

-- 2. drop view both_ (replace view:both_)
DROP VIEW public.both_;

-- 3. drop view ones (replace view:ones)
DROP VIEW public.ones;

-- 4. change the type of column x of table one (alter table:one)
ALTER TABLE public.one ALTER COLUMN x TYPE numeric(10,2);

-- 5. create view ones (replace view:ones)
CREATE VIEW public.ones (x) AS
 SELECT one.x
   FROM public.one;

-- 6. drop view twos (replace view:twos)
DROP VIEW public.twos;

-- 7. change the type of column y of table two (alter table:two)
ALTER TABLE public.two ALTER COLUMN y TYPE numeric(10,2);

-- 8. create view twos (replace view:twos)
CREATE VIEW public.twos (y) AS
 SELECT two.y
   FROM public.two;

-- 9. create view both_ (replace view:both_)
CREATE VIEW public.both_ (x, y) AS
 SELECT ones.x,
    twos.y
   FROM public.ones,
    public.twos;

-- ==== down ====
-- batch, all or nothing

-- 1. drop view both_ (replace view:both_)
DROP VIEW public.both_;

-- 2. drop view ones (replace view:ones)
DROP VIEW public.ones;

-- 3. drop view twos (replace view:twos)
DROP VIEW public.twos;

-- 4. make enum state anew (alter postgres/enum:state)
--    ! blocks-reads, rewrites-table: writes table one again, because the enum state is made anew; nobody reads or writes it meanwhile
--    ! data-loss, converts-values: changes one.s from enum state to fewer values, which fails where one that goes is stored [irreversible]
-- must find nothing: rows of one still hold a value in s that goes from the enum state
SELECT s AS value, count(*) AS rows FROM public.one WHERE s::text IN ('b') GROUP BY 1;
ALTER TYPE public.state RENAME TO _schema_sync_old_state;
CREATE TYPE public.state AS ENUM ('a');
ALTER TABLE public.one ALTER COLUMN s TYPE public.state USING s::text::public.state;
DROP TYPE public._schema_sync_old_state;

-- 5. change the type of column x of table one (alter table:one)
--    ! blocks-reads, scans-table: reads all of table one for values of x that are no numeric(8,2), and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table one again, because one.x becomes numeric(8,2); nobody reads or writes it meanwhile
ALTER TABLE public.one ALTER COLUMN x TYPE numeric(8,2) USING x::numeric(8,2);

-- 6. change the type of column y of table two (alter table:two)
--    ! blocks-reads, scans-table: reads all of table two for values of y that are no numeric(8,2), and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table two again, because two.y becomes numeric(8,2); nobody reads or writes it meanwhile
ALTER TABLE public.two ALTER COLUMN y TYPE numeric(8,2) USING y::numeric(8,2);

-- 7. create view ones (replace view:ones)
CREATE VIEW public.ones (x) AS
 SELECT one.x
   FROM public.one;

-- 8. create view twos (replace view:twos)
CREATE VIEW public.twos (y) AS
 SELECT two.y
   FROM public.two;

-- 9. create view both_ (replace view:both_)
CREATE VIEW public.both_ (x, y) AS
 SELECT ones.x,
    twos.y
   FROM public.ones,
    public.twos;
