-- replace postgres/constraint:egg.egg_hen_fkey: it cannot stay while table:egg is altered
-- replace postgres/constraint:hen.hen_egg_fkey: it cannot stay while table:egg is altered
-- alter table:egg
--   change-type columns.hen.type: integer → text
--   change-type columns.id.type: integer → text
-- alter table:hen
--   change-type columns.egg.type: integer → text
--   change-type columns.id.type: integer → text

-- ==== up ====
-- batch, all or nothing

-- 1. drop foreign key egg_hen_fkey of table egg (replace postgres/constraint:egg.egg_hen_fkey)
ALTER TABLE public.egg DROP CONSTRAINT egg_hen_fkey;

-- 2. drop foreign key hen_egg_fkey of table hen (replace postgres/constraint:hen.hen_egg_fkey)
ALTER TABLE public.hen DROP CONSTRAINT hen_egg_fkey;

-- 3. change the type of column hen of table egg (alter table:egg)
--    ! blocks-reads, rewrites-table: writes table egg again, because egg.hen becomes text; nobody reads or writes it meanwhile
ALTER TABLE public.egg ALTER COLUMN hen TYPE text USING hen::text;

-- 4. change the type of column id of table egg (alter table:egg)
--    ! blocks-reads, rewrites-table: writes table egg again, because egg.id becomes text; nobody reads or writes it meanwhile
ALTER TABLE public.egg ALTER COLUMN id TYPE text USING id::text;

-- 5. change the type of column egg of table hen (alter table:hen)
--    ! blocks-reads, rewrites-table: writes table hen again, because hen.egg becomes text; nobody reads or writes it meanwhile
ALTER TABLE public.hen ALTER COLUMN egg TYPE text USING egg::text;

-- 6. change the type of column id of table hen (alter table:hen)
--    ! blocks-reads, rewrites-table: writes table hen again, because hen.id becomes text; nobody reads or writes it meanwhile
ALTER TABLE public.hen ALTER COLUMN id TYPE text USING id::text;

-- 7. add foreign key egg_hen_fkey to table egg (replace postgres/constraint:egg.egg_hen_fkey)
--    ! blocks-writes, scans-table: reads all of table egg for the foreign key egg_hen_fkey, and rows that do not comply make it fail
ALTER TABLE public.egg ADD CONSTRAINT egg_hen_fkey FOREIGN KEY (hen) REFERENCES public.hen(id);

-- 8. add foreign key hen_egg_fkey to table hen (replace postgres/constraint:hen.hen_egg_fkey)
--    ! blocks-writes, scans-table: reads all of table hen for the foreign key hen_egg_fkey, and rows that do not comply make it fail
ALTER TABLE public.hen ADD CONSTRAINT hen_egg_fkey FOREIGN KEY (egg) REFERENCES public.egg(id);

-- ==== down ====
-- batch, all or nothing

-- 1. drop foreign key egg_hen_fkey of table egg (replace postgres/constraint:egg.egg_hen_fkey)
ALTER TABLE public.egg DROP CONSTRAINT egg_hen_fkey;

-- 2. drop foreign key hen_egg_fkey of table hen (replace postgres/constraint:hen.hen_egg_fkey)
ALTER TABLE public.hen DROP CONSTRAINT hen_egg_fkey;

-- 3. change the type of column hen of table egg (alter table:egg)
--    ! data-loss, converts-values: changes egg.hen from text to integer, which reads stored values as integer: how they are written is not kept, and it fails where one is no integer [irreversible]
--    ! blocks-reads, rewrites-table: writes table egg again, because egg.hen becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.egg ALTER COLUMN hen TYPE integer USING hen::integer;

-- 4. change the type of column id of table egg (alter table:egg)
--    ! data-loss, converts-values: changes egg.id from text to integer, which reads stored values as integer: how they are written is not kept, and it fails where one is no integer [irreversible]
--    ! blocks-reads, rewrites-table: writes table egg again, because egg.id becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.egg ALTER COLUMN id TYPE integer USING id::integer;

-- 5. change the type of column egg of table hen (alter table:hen)
--    ! data-loss, converts-values: changes hen.egg from text to integer, which reads stored values as integer: how they are written is not kept, and it fails where one is no integer [irreversible]
--    ! blocks-reads, rewrites-table: writes table hen again, because hen.egg becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.hen ALTER COLUMN egg TYPE integer USING egg::integer;

-- 6. change the type of column id of table hen (alter table:hen)
--    ! data-loss, converts-values: changes hen.id from text to integer, which reads stored values as integer: how they are written is not kept, and it fails where one is no integer [irreversible]
--    ! blocks-reads, rewrites-table: writes table hen again, because hen.id becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.hen ALTER COLUMN id TYPE integer USING id::integer;

-- 7. add foreign key egg_hen_fkey to table egg (replace postgres/constraint:egg.egg_hen_fkey)
--    ! blocks-writes, scans-table: reads all of table egg for the foreign key egg_hen_fkey, and rows that do not comply make it fail
ALTER TABLE public.egg ADD CONSTRAINT egg_hen_fkey FOREIGN KEY (hen) REFERENCES public.hen(id);

-- 8. add foreign key hen_egg_fkey to table hen (replace postgres/constraint:hen.hen_egg_fkey)
--    ! blocks-writes, scans-table: reads all of table hen for the foreign key hen_egg_fkey, and rows that do not comply make it fail
ALTER TABLE public.hen ADD CONSTRAINT hen_egg_fkey FOREIGN KEY (egg) REFERENCES public.egg(id);
