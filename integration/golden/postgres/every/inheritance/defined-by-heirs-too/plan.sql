-- drop index:c_2_a
-- create postgres/constraint:c_1.pos
-- drop postgres/constraint:p.gone Ü
-- drop postgres/constraint:p.pos
-- rename table:c_1 from table:c
-- alter table:c_1
--   change-origin columns.b "Ä.origin: inherited → own
--   drop-override columns.a.default: 5 → none
-- alter table:p
--   drop-column columns.a: a integer
--   drop-column columns.b "Ä: "b ""Ä" text COLLATE pg_catalog."C"
-- left alone: own definition of inherited checks c (gone Ü, pos): it is no difference, and is planned for where the table above loses it
-- left alone: own definition of inherited checks d_2 (gone Ü): it is no difference, and is planned for where the table above loses it
-- left alone: own definition of inherited columns c (a, b "Ä): it is no difference, and is planned for where the table above loses it
-- left alone: own definition of inherited columns c_2 (a): it is no difference, and is planned for where the table above loses it
-- left alone: own definition of inherited columns d_2 (a): it is no difference, and is planned for where the table above loses it

-- ==== up ====
-- batch, all or nothing

-- 1. drop index c_2_a (drop index:c_2_a)
--    ! slow, drops-index: drops index c_2_a: queries that used it read all of table c_2 from then on
DROP INDEX public.c_2_a;

-- 2. drop check gone Ü of table p (drop postgres/constraint:p.gone Ü)
--    ! correctness, ends-guarantee: drops the check gone Ü of table p: from then on rows come that break it, and no statement fails
ALTER TABLE public.p DROP CONSTRAINT "gone Ü";
ALTER TABLE public.d_2 DROP CONSTRAINT IF EXISTS "gone Ü";
ALTER TABLE public.c DROP CONSTRAINT IF EXISTS "gone Ü";

-- 3. drop check pos of table p (drop postgres/constraint:p.pos)
--    ! correctness, ends-guarantee: drops the check pos of table p: from then on rows come that break it, and no statement fails
ALTER TABLE ONLY public.p DROP CONSTRAINT pos;
ALTER TABLE public.d DROP CONSTRAINT IF EXISTS pos;

-- 4. rename table c to c_1 (rename table:c_1)
--    ! correctness, breaks-clients: renames table c to c_1: statements that still say c fail from then on
ALTER TABLE public.c RENAME TO c_1;

-- 5. drop column a of table p (alter table:p)
--    ! data-loss, drops-column: drops column p.a with all of its values [irreversible]
ALTER TABLE public.p DROP COLUMN a;
ALTER TABLE public.d_2 DROP COLUMN IF EXISTS a;
ALTER TABLE public.c_1 DROP COLUMN IF EXISTS a;
ALTER TABLE public.c_2 DROP COLUMN IF EXISTS a;

-- 6. drop column b "Ä of table p (alter table:p)
--    ! data-loss, drops-column: drops column p.b "Ä with all of its values [irreversible]
ALTER TABLE ONLY public.p DROP COLUMN "b ""Ä";
ALTER TABLE public.d DROP COLUMN IF EXISTS "b ""Ä";

-- The way down does not bring back:
--   alter table:p: drops column p.a with all of its values
--   alter table:p: drops column p.b "Ä with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. drop check pos of table c_1 (drop postgres/constraint:c_1.pos)
--    ! correctness, ends-guarantee: drops the check pos of table c_1: from then on rows come that break it, and no statement fails
ALTER TABLE public.c_1 DROP CONSTRAINT pos;

-- 2. rename table c_1 to c (rename table:c)
--    ! correctness, breaks-clients: renames table c_1 to c: statements that still say c_1 fail from then on
ALTER TABLE public.c_1 RENAME TO c;

-- 3. add column a of table p (alter table:p)
ALTER TABLE public.p ADD COLUMN a integer;

-- 4. add column b "Ä of table p (alter table:p)
ALTER TABLE public.p ADD COLUMN "b ""Ä" text COLLATE pg_catalog."C";

-- 5. add check gone Ü to table p (create postgres/constraint:p.gone Ü)
--    ! blocks-reads, scans-table: reads all of table p for the check gone Ü, and rows that do not comply make it fail
ALTER TABLE public.p ADD CONSTRAINT "gone Ü" CHECK ((id < 1000));

-- 6. add check pos to table p (create postgres/constraint:p.pos)
--    ! blocks-reads, scans-table: reads all of table p for the check pos, and rows that do not comply make it fail
ALTER TABLE public.p ADD CONSTRAINT pos CHECK ((id > 0));

-- 7. change the default of column a of table c (alter table:c)
ALTER TABLE public.c ALTER COLUMN a SET DEFAULT 5;

-- 8. create index c_2_a (create index:c_2_a)
--    ! blocks-writes, builds-index: builds an index over table c_2; nobody writes to it meanwhile
CREATE INDEX c_2_a ON public.c_2 USING btree (a);
