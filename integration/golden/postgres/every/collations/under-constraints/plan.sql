-- alter postgres/collation:c
--   change-options options: PROVIDER = icu, LOCALE = 'de-DE' → PROVIDER = icu, LOCALE = 'sv-SE'
-- replace postgres/constraint:t.t_b_check: it cannot stay while postgres/collation:c is altered
-- replace postgres/constraint:t.t_b_excl: it cannot stay while postgres/collation:c is altered
-- replace postgres/constraint:t.t_pkey: it cannot stay while postgres/collation:c is altered
-- replace postgres/constraint:u.u_a_fkey: it cannot stay while postgres/constraint:t.t_pkey is replaced
-- replace postgres/constraint:u.u_b_fkey: it cannot stay while postgres/constraint:t.t_pkey is replaced

-- ==== up ====
-- batch, all or nothing

-- 1. drop check t_b_check of table t (replace postgres/constraint:t.t_b_check)
ALTER TABLE public.t DROP CONSTRAINT t_b_check;

-- 2. drop exclusion t_b_excl of table t (replace postgres/constraint:t.t_b_excl)
ALTER TABLE public.t DROP CONSTRAINT t_b_excl;

-- 3. drop foreign key u_a_fkey of table u (replace postgres/constraint:u.u_a_fkey)
ALTER TABLE public.u DROP CONSTRAINT u_a_fkey;

-- 4. drop foreign key u_b_fkey of table u (replace postgres/constraint:u.u_b_fkey)
ALTER TABLE public.u DROP CONSTRAINT u_b_fkey;

-- 5. drop primary key t_pkey of table t (replace postgres/constraint:t.t_pkey)
ALTER TABLE public.t DROP CONSTRAINT t_pkey;

-- 6. make collation c anew (alter postgres/collation:c)
--    ! blocks-reads, rewrites-table: writes table t again, or its indexes, because the collation c sorts in another way; nobody reads or writes it meanwhile
--    ! blocks-reads, rewrites-table: writes table u again, or its indexes, because the collation c sorts in another way; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN d DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN e DROP DEFAULT;
ALTER COLLATION public.c RENAME TO _schema_sync_old_c;
CREATE COLLATION public.c (PROVIDER = icu, LOCALE = 'sv-SE');
ALTER TABLE public.t ALTER COLUMN a TYPE text COLLATE public.c;
ALTER TABLE public.t ALTER COLUMN d TYPE text COLLATE public.c;
ALTER TABLE public.u ALTER COLUMN a TYPE text COLLATE public.c;
ALTER TABLE public.t ALTER COLUMN d SET DEFAULT 'x'::text;
ALTER TABLE public.t ALTER COLUMN e SET DEFAULT 
CASE
    WHEN (('a'::text COLLATE public.c) > 'b'::text) THEN 'a'::text
    ELSE 'b'::text
END;
DROP COLLATION public._schema_sync_old_c;

-- 7. add check t_b_check to table t (replace postgres/constraint:t.t_b_check)
--    ! blocks-reads, scans-table: reads all of table t for the check t_b_check, and rows that do not comply make it fail
ALTER TABLE public.t ADD CONSTRAINT t_b_check CHECK (((b COLLATE public.c) > 'A'::text));

-- 8. add exclusion t_b_excl to table t (replace postgres/constraint:t.t_b_excl)
--    ! blocks-reads, builds-index: builds an index over table t; nobody reads or writes it meanwhile, and rows that conflict make it fail
ALTER TABLE public.t ADD CONSTRAINT t_b_excl EXCLUDE USING btree (b COLLATE public.c WITH =);

-- 9. add primary key t_pkey to table t (replace postgres/constraint:t.t_pkey)
--    ! blocks-reads, builds-index: builds an index over table t; nobody reads or writes it meanwhile, and rows that conflict make it fail
ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY (a);

-- 10. add foreign key u_a_fkey to table u (replace postgres/constraint:u.u_a_fkey)
--    ! blocks-writes, scans-table: reads all of table u for the foreign key u_a_fkey, and rows that do not comply make it fail
ALTER TABLE public.u ADD CONSTRAINT u_a_fkey FOREIGN KEY (a) REFERENCES public.t(a);

-- 11. add foreign key u_b_fkey to table u (replace postgres/constraint:u.u_b_fkey)
--    ! blocks-writes, scans-table: reads all of table u for the foreign key u_b_fkey, and rows that do not comply make it fail
ALTER TABLE public.u ADD CONSTRAINT u_b_fkey FOREIGN KEY (b) REFERENCES public.t(a);

-- ==== down ====
-- batch, all or nothing

-- 1. drop check t_b_check of table t (replace postgres/constraint:t.t_b_check)
ALTER TABLE public.t DROP CONSTRAINT t_b_check;

-- 2. drop exclusion t_b_excl of table t (replace postgres/constraint:t.t_b_excl)
ALTER TABLE public.t DROP CONSTRAINT t_b_excl;

-- 3. drop foreign key u_a_fkey of table u (replace postgres/constraint:u.u_a_fkey)
ALTER TABLE public.u DROP CONSTRAINT u_a_fkey;

-- 4. drop foreign key u_b_fkey of table u (replace postgres/constraint:u.u_b_fkey)
ALTER TABLE public.u DROP CONSTRAINT u_b_fkey;

-- 5. drop primary key t_pkey of table t (replace postgres/constraint:t.t_pkey)
ALTER TABLE public.t DROP CONSTRAINT t_pkey;

-- 6. make collation c anew (alter postgres/collation:c)
--    ! blocks-reads, rewrites-table: writes table t again, or its indexes, because the collation c sorts in another way; nobody reads or writes it meanwhile
--    ! blocks-reads, rewrites-table: writes table u again, or its indexes, because the collation c sorts in another way; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN d DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN e DROP DEFAULT;
ALTER COLLATION public.c RENAME TO _schema_sync_old_c;
CREATE COLLATION public.c (PROVIDER = icu, LOCALE = 'de-DE');
ALTER TABLE public.t ALTER COLUMN a TYPE text COLLATE public.c;
ALTER TABLE public.t ALTER COLUMN d TYPE text COLLATE public.c;
ALTER TABLE public.u ALTER COLUMN a TYPE text COLLATE public.c;
ALTER TABLE public.t ALTER COLUMN d SET DEFAULT 'x'::text;
ALTER TABLE public.t ALTER COLUMN e SET DEFAULT 
CASE
    WHEN (('a'::text COLLATE public.c) > 'b'::text) THEN 'a'::text
    ELSE 'b'::text
END;
DROP COLLATION public._schema_sync_old_c;

-- 7. add check t_b_check to table t (replace postgres/constraint:t.t_b_check)
--    ! blocks-reads, scans-table: reads all of table t for the check t_b_check, and rows that do not comply make it fail
ALTER TABLE public.t ADD CONSTRAINT t_b_check CHECK (((b COLLATE public.c) > 'A'::text));

-- 8. add exclusion t_b_excl to table t (replace postgres/constraint:t.t_b_excl)
--    ! blocks-reads, builds-index: builds an index over table t; nobody reads or writes it meanwhile, and rows that conflict make it fail
ALTER TABLE public.t ADD CONSTRAINT t_b_excl EXCLUDE USING btree (b COLLATE public.c WITH =);

-- 9. add primary key t_pkey to table t (replace postgres/constraint:t.t_pkey)
--    ! blocks-reads, builds-index: builds an index over table t; nobody reads or writes it meanwhile, and rows that conflict make it fail
ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY (a);

-- 10. add foreign key u_a_fkey to table u (replace postgres/constraint:u.u_a_fkey)
--    ! blocks-writes, scans-table: reads all of table u for the foreign key u_a_fkey, and rows that do not comply make it fail
ALTER TABLE public.u ADD CONSTRAINT u_a_fkey FOREIGN KEY (a) REFERENCES public.t(a);

-- 11. add foreign key u_b_fkey to table u (replace postgres/constraint:u.u_b_fkey)
--    ! blocks-writes, scans-table: reads all of table u for the foreign key u_b_fkey, and rows that do not comply make it fail
ALTER TABLE public.u ADD CONSTRAINT u_b_fkey FOREIGN KEY (b) REFERENCES public.t(a);
