-- alter postgres/collation:c
--   change-options options: PROVIDER = icu, LOCALE = 'de-DE', DETERMINISTIC = false → PROVIDER = icu, LOCALE = 'sv-SE', DETERMINISTIC = false
-- replace postgres/constraint:t.t_pkey: it cannot stay while postgres/collation:c is altered
-- replace postgres/constraint:u.u_a_fkey: it cannot stay while postgres/constraint:t.t_pkey is replaced
-- alter postgres/domain:d
--   change-parts parts.c: made anew
-- replace postgres/function:f(): it cannot stay while postgres/collation:c is altered
-- replace postgres/statistics:st: it cannot stay while postgres/collation:c is altered
-- alter table:t
--   drop-column columns.seen: seen text GENERATED ALWAYS AS ((a || 'x'::text)) VIRTUAL
--   add-column columns.seen: seen text GENERATED ALWAYS AS ((a || 'x'::text)) VIRTUAL

-- ==== up ====
-- batch, all or nothing

-- 1. drop foreign key u_a_fkey of table u (replace postgres/constraint:u.u_a_fkey)
ALTER TABLE public.u DROP CONSTRAINT u_a_fkey;

-- 2. drop primary key t_pkey of table t (replace postgres/constraint:t.t_pkey)
ALTER TABLE public.t DROP CONSTRAINT t_pkey;

-- 3. drop function f() (replace postgres/function:f())
DROP FUNCTION public.f();

-- 4. drop statistics st (replace postgres/statistics:st)
DROP STATISTICS public.st;

-- 5. make collation c anew (alter postgres/collation:c)
--    ! blocks-reads, rewrites-table: writes table t again, or its indexes, because the collation c sorts in another way; nobody reads or writes it meanwhile
--    ! blocks-reads, rewrites-table: writes table u again, or its indexes, because the collation c sorts in another way; nobody reads or writes it meanwhile
ALTER TABLE public.t DROP COLUMN seen;
ALTER COLLATION public.c RENAME TO _schema_sync_old_c;
CREATE COLLATION public.c (PROVIDER = icu, LOCALE = 'sv-SE', DETERMINISTIC = false);
ALTER TABLE public.t ALTER COLUMN a TYPE text COLLATE public.c;
ALTER TABLE public.u ALTER COLUMN a TYPE text COLLATE public.c;

-- 6. make domain d anew (alter postgres/domain:d)
--    ! blocks-reads, rewrites-table: writes table t again, because the domain d is made anew; nobody reads or writes it meanwhile
ALTER DOMAIN public.d RENAME TO _schema_sync_old_d;
CREATE DOMAIN public.d AS text COLLATE public.c;
ALTER TABLE public.t ALTER COLUMN b TYPE public.d USING b::text::public.d;
DROP DOMAIN public._schema_sync_old_d;
DROP COLLATION public._schema_sync_old_c;

-- 7. add column seen of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN seen text GENERATED ALWAYS AS ((a || 'x'::text)) VIRTUAL;

-- 8. add primary key t_pkey to table t (replace postgres/constraint:t.t_pkey)
--    ! blocks-reads, builds-index: builds an index over table t; nobody reads or writes it meanwhile, and rows that conflict make it fail
ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY (a);

-- 9. add foreign key u_a_fkey to table u (replace postgres/constraint:u.u_a_fkey)
--    ! blocks-writes, scans-table: reads all of table u for the foreign key u_a_fkey, and rows that do not comply make it fail
ALTER TABLE public.u ADD CONSTRAINT u_a_fkey FOREIGN KEY (a) REFERENCES public.t(a);

-- 10. create function f() (replace postgres/function:f())
CREATE FUNCTION public.f()
 RETURNS bigint
 LANGUAGE sql
BEGIN ATOMIC
 SELECT count(*) AS count
    FROM public.t
   WHERE (t.a > 'b'::text);
END;

-- 11. create statistics st (replace postgres/statistics:st)
CREATE STATISTICS public.st ON lower(b::text), upper('x'::text || (a COLLATE public.c)) FROM public.t;

-- ==== down ====
-- batch, all or nothing

-- 1. drop foreign key u_a_fkey of table u (replace postgres/constraint:u.u_a_fkey)
ALTER TABLE public.u DROP CONSTRAINT u_a_fkey;

-- 2. drop primary key t_pkey of table t (replace postgres/constraint:t.t_pkey)
ALTER TABLE public.t DROP CONSTRAINT t_pkey;

-- 3. drop function f() (replace postgres/function:f())
DROP FUNCTION public.f();

-- 4. drop statistics st (replace postgres/statistics:st)
DROP STATISTICS public.st;

-- 5. make collation c anew (alter postgres/collation:c)
--    ! blocks-reads, rewrites-table: writes table t again, or its indexes, because the collation c sorts in another way; nobody reads or writes it meanwhile
--    ! blocks-reads, rewrites-table: writes table u again, or its indexes, because the collation c sorts in another way; nobody reads or writes it meanwhile
ALTER TABLE public.t DROP COLUMN seen;
ALTER COLLATION public.c RENAME TO _schema_sync_old_c;
CREATE COLLATION public.c (PROVIDER = icu, LOCALE = 'de-DE', DETERMINISTIC = false);
ALTER TABLE public.t ALTER COLUMN a TYPE text COLLATE public.c;
ALTER TABLE public.u ALTER COLUMN a TYPE text COLLATE public.c;

-- 6. make domain d anew (alter postgres/domain:d)
--    ! blocks-reads, rewrites-table: writes table t again, because the domain d is made anew; nobody reads or writes it meanwhile
ALTER DOMAIN public.d RENAME TO _schema_sync_old_d;
CREATE DOMAIN public.d AS text COLLATE public.c;
ALTER TABLE public.t ALTER COLUMN b TYPE public.d USING b::text::public.d;
DROP DOMAIN public._schema_sync_old_d;
DROP COLLATION public._schema_sync_old_c;

-- 7. add column seen of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN seen text GENERATED ALWAYS AS ((a || 'x'::text)) VIRTUAL;

-- 8. add primary key t_pkey to table t (replace postgres/constraint:t.t_pkey)
--    ! blocks-reads, builds-index: builds an index over table t; nobody reads or writes it meanwhile, and rows that conflict make it fail
ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY (a);

-- 9. add foreign key u_a_fkey to table u (replace postgres/constraint:u.u_a_fkey)
--    ! blocks-writes, scans-table: reads all of table u for the foreign key u_a_fkey, and rows that do not comply make it fail
ALTER TABLE public.u ADD CONSTRAINT u_a_fkey FOREIGN KEY (a) REFERENCES public.t(a);

-- 10. create function f() (replace postgres/function:f())
CREATE FUNCTION public.f()
 RETURNS bigint
 LANGUAGE sql
BEGIN ATOMIC
 SELECT count(*) AS count
    FROM public.t
   WHERE (t.a > 'b'::text);
END;

-- 11. create statistics st (replace postgres/statistics:st)
CREATE STATISTICS public.st ON lower(b::text), upper('x'::text || (a COLLATE public.c)) FROM public.t;
