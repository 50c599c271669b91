-- rename postgres/constraint:renamed.renamed_pkey from postgres/constraint:t.t_pkey
-- create postgres/domain-constraint:code.code_check
-- create postgres/domain-constraint:positive.positive_check
-- alter postgres/domain:positive
--   change-not-null notNull: false → true
-- rename table:renamed from table:t
-- alter table:renamed
--   drop-column columns.gone: gone public.positive
--   change-type columns.codes.type: public.code[] → text[]
--   change-type columns.free.type: public.positive → integer
--   add-column columns.more: more public.positive DEFAULT 3
-- alter table:u
--   change-type columns.free.type: public.code → text

-- ==== up ====
-- batch, all or nothing

-- 1. rename table t to renamed (rename table:renamed)
--    ! correctness, breaks-clients: renames table t to renamed: statements that still say t fail from then on
ALTER TABLE public.t RENAME TO renamed;

-- 2. drop column gone of table renamed (alter table:renamed)
--    ! data-loss, drops-column: drops column renamed.gone with all of its values [irreversible]
ALTER TABLE public.renamed DROP COLUMN gone;

-- 3. change the type of column codes of table renamed (alter table:renamed)
--    ! blocks-reads, rewrites-table: writes table renamed again, because renamed.codes becomes text[]; nobody reads or writes it meanwhile
ALTER TABLE public.renamed ALTER COLUMN codes TYPE text[] USING codes::text[];

-- 4. change the type of column free of table renamed (alter table:renamed)
ALTER TABLE public.renamed ALTER COLUMN free TYPE integer;

-- 5. add column more of table renamed (alter table:renamed)
--    ! blocks-reads, rewrites-table: writes table renamed again, to fill in the column more; nobody reads or writes it meanwhile
ALTER TABLE public.renamed ADD COLUMN more public.positive DEFAULT 3;

-- 6. rename constraint t_pkey to renamed_pkey (rename postgres/constraint:renamed.renamed_pkey)
ALTER TABLE public.renamed RENAME CONSTRAINT t_pkey TO renamed_pkey;

-- 7. add check code_check to domain code (create postgres/domain-constraint:code.code_check)
--    ! blocks-writes, scans-table: reads all of table renamed for the check code_check of domain code, and rows that do not comply make it fail
--    ! blocks-writes, scans-table: reads all of table u for the check code_check of domain code, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table u again, because it holds lists of the domain; nobody reads or writes it meanwhile
ALTER TABLE public.u ALTER COLUMN codes TYPE text[] USING codes::text[];
ALTER DOMAIN public.code ADD CONSTRAINT code_check CHECK ((VALUE <> ''::text));
ALTER TABLE public.u ALTER COLUMN codes TYPE public.code[] USING codes::public.code[];

-- 8. forbid nulls in domain positive (alter postgres/domain:positive)
--    ! blocks-writes, scans-table: reads all of table renamed for nulls, which the domain positive forbids, and rows that do not comply make it fail
ALTER DOMAIN public.positive SET NOT NULL;

-- 9. add check positive_check to domain positive (create postgres/domain-constraint:positive.positive_check)
--    ! blocks-writes, scans-table: reads all of table renamed for the check positive_check of domain positive, and rows that do not comply make it fail
ALTER DOMAIN public.positive ADD CONSTRAINT positive_check CHECK ((VALUE > 0));

-- 10. change the type of column free of table u (alter table:u)
ALTER TABLE public.u ALTER COLUMN free TYPE text;

-- The way down does not bring back:
--   alter table:renamed: drops column renamed.gone with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. drop check code_check of domain code (drop postgres/domain-constraint:code.code_check)
--    ! correctness, ends-guarantee: drops the check code_check of domain code: from then on rows come that break it, and no statement fails
ALTER DOMAIN public.code DROP CONSTRAINT code_check;

-- 2. drop check positive_check of domain positive (drop postgres/domain-constraint:positive.positive_check)
--    ! correctness, ends-guarantee: drops the check positive_check of domain positive: from then on rows come that break it, and no statement fails
ALTER DOMAIN public.positive DROP CONSTRAINT positive_check;

-- 3. rename table renamed to t (rename table:t)
--    ! correctness, breaks-clients: renames table renamed to t: statements that still say renamed fail from then on
ALTER TABLE public.renamed RENAME TO t;

-- 4. allow nulls in domain positive (alter postgres/domain:positive)
--    ! correctness, ends-guarantee: drops the NOT NULL of domain positive: from then on rows come that break it, and no statement fails
ALTER DOMAIN public.positive DROP NOT NULL;

-- 5. drop column more of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.more with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN more;

-- 6. change the type of column codes of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.codes becomes public.code[]; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN codes TYPE public.code[] USING codes::public.code[];

-- 7. change the type of column free of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN free TYPE public.positive;

-- 8. add column gone of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN gone public.positive;

-- 9. rename constraint renamed_pkey to t_pkey (rename postgres/constraint:t.t_pkey)
ALTER TABLE public.t RENAME CONSTRAINT renamed_pkey TO t_pkey;

-- 10. change the type of column free of table u (alter table:u)
ALTER TABLE public.u ALTER COLUMN free TYPE public.code;
