-- alter table:t
--   add-column columns.a: a public.tag
--   add-column columns.b: b public.label NOT NULL
--   add-column columns.c: c public.level NOT NULL
--   add-column columns.d: d public.fixed NOT NULL
--   add-column columns.e: e public.tag DEFAULT 5
--   add-column columns.f: f public.tag[]
--   add-column columns.g: g public.tag DEFAULT NULL::double precision

-- ==== up ====
-- batch, all or nothing

-- 1. add column a of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to fill in the column a; nobody reads or writes it meanwhile
ALTER TABLE public.t ADD COLUMN a public.tag;

-- 2. add column b of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to fill in the column b; nobody reads or writes it meanwhile
ALTER TABLE public.t ADD COLUMN b public.label NOT NULL;

-- 3. add column c of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN c public.level NOT NULL;

-- 4. add column d of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN d public.fixed NOT NULL;

-- 5. add column e of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN e public.tag DEFAULT 5;

-- 6. add column f of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN f public.tag[];

-- 7. add column g of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN g public.tag DEFAULT NULL::double precision;

-- ==== down ====
-- batch, all or nothing

-- 1. drop column a of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.a with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN a;

-- 2. drop column b of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.b with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN b;

-- 3. drop column c of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.c with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN c;

-- 4. drop column d of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.d with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN d;

-- 5. drop column e of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.e with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN e;

-- 6. drop column f of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.f with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN f;

-- 7. drop column g of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.g with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN g;
