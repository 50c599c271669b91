-- drop postgres/constraint:a.pos
-- drop postgres/constraint:z.pos
-- alter table:a
--   drop-column columns.w: w integer
--   drop-column columns.x: x integer
-- alter table:keeping
--   change-origin columns.x.origin: inherited → own
-- alter table:z
--   drop-column columns.w: w integer
--   drop-column columns.x: x integer
-- left alone: own definition of inherited checks twice (pos): it is no difference, and is planned for where the table above loses it
-- left alone: own definition of inherited columns low (x): it is no difference, and is planned for where the table above loses it
-- left alone: own definition of inherited columns turned (w): it is no difference, and is planned for where the table above loses it
-- left alone: own definition of inherited columns twice (x): it is no difference, and is planned for where the table above loses it

-- ==== up ====
-- batch, all or nothing

-- 1. drop check pos of table a (drop postgres/constraint:a.pos)
--    ! correctness, ends-guarantee: drops the check pos of table a: from then on rows come that break it, and no statement fails
ALTER TABLE public.a DROP CONSTRAINT pos;

-- 2. drop check pos of table z (drop postgres/constraint:z.pos)
--    ! correctness, ends-guarantee: drops the check pos of table z: from then on rows come that break it, and no statement fails
ALTER TABLE public.z DROP CONSTRAINT pos;
ALTER TABLE public.twice DROP CONSTRAINT IF EXISTS pos;

-- 3. drop column w of table a (alter table:a)
--    ! data-loss, drops-column: drops column a.w with all of its values [irreversible]
ALTER TABLE public.a DROP COLUMN w;

-- 4. drop column x of table a (alter table:a)
--    ! data-loss, drops-column: drops column a.x with all of its values [irreversible]
ALTER TABLE ONLY public.a DROP COLUMN x;
ALTER TABLE ONLY public.mid DROP COLUMN IF EXISTS x;

-- 5. drop column w of table z (alter table:z)
--    ! data-loss, drops-column: drops column z.w with all of its values [irreversible]
ALTER TABLE public.z DROP COLUMN w;
ALTER TABLE public.turned DROP COLUMN IF EXISTS w;

-- 6. drop column x of table z (alter table:z)
--    ! data-loss, drops-column: drops column z.x with all of its values [irreversible]
ALTER TABLE public.z DROP COLUMN x;
ALTER TABLE public.twice DROP COLUMN IF EXISTS x;
ALTER TABLE public.turned DROP COLUMN IF EXISTS x;
ALTER TABLE public.low DROP COLUMN IF EXISTS x;
ALTER TABLE public.beside DROP COLUMN IF EXISTS x;

-- The way down does not bring back:
--   alter table:a: drops column a.w with all of its values
--   alter table:a: drops column a.x with all of its values
--   alter table:z: drops column z.w with all of its values
--   alter table:z: drops column z.x with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. add column w of table a (alter table:a)
ALTER TABLE public.a ADD COLUMN w integer;

-- 2. add column x of table a (alter table:a)
ALTER TABLE public.a ADD COLUMN x integer;

-- 3. add check pos to table a (create postgres/constraint:a.pos)
--    ! blocks-reads, scans-table: reads all of table a for the check pos, and rows that do not comply make it fail
ALTER TABLE public.a ADD CONSTRAINT pos CHECK ((id > 0));

-- 4. add column w of table z (alter table:z)
ALTER TABLE public.z ADD COLUMN w integer;

-- 5. add column x of table z (alter table:z)
ALTER TABLE public.z ADD COLUMN x integer;

-- 6. add check pos to table z (create postgres/constraint:z.pos)
--    ! blocks-reads, scans-table: reads all of table z for the check pos, and rows that do not comply make it fail
ALTER TABLE public.z ADD CONSTRAINT pos CHECK ((id > 0));
