-- alter postgres/domain:word
--   change-base base: text → character varying(9)
-- alter table:t
--   drop-column columns.again: again public.word GENERATED ALWAYS AS (upper((w)::text)) STORED
--   drop-column columns.size: size integer GENERATED ALWAYS AS (length((w)::text)) STORED
--   add-column columns.again: again public.word GENERATED ALWAYS AS (upper((w)::text)) STORED
--   add-column columns.size: size integer GENERATED ALWAYS AS (length((w)::text)) STORED

-- ==== up ====
-- batch, all or nothing

-- 1. make domain word anew (alter postgres/domain:word)
--    ! blocks-reads, rewrites-table: writes table t again, because the domain word is made anew; nobody reads or writes it meanwhile
--    ! data-loss, converts-values: changes t.w from text to character varying(9), which fails where a stored value is longer, but for blanks at its end, which are cut [irreversible]
ALTER TABLE public.t DROP COLUMN again;
ALTER TABLE public.t DROP COLUMN size;
ALTER DOMAIN public.word RENAME TO _schema_sync_old_word;
CREATE DOMAIN public.word AS character varying(9);
ALTER TABLE public.t ALTER COLUMN w TYPE public.word USING w::character varying;
DROP DOMAIN public._schema_sync_old_word;

-- 2. add column again of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to fill in the column again; nobody reads or writes it meanwhile
ALTER TABLE public.t ADD COLUMN again public.word GENERATED ALWAYS AS (upper((w)::text)) STORED;

-- 3. add column size of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to fill in the column size; nobody reads or writes it meanwhile
ALTER TABLE public.t ADD COLUMN size integer GENERATED ALWAYS AS (length((w)::text)) STORED;

-- The way down does not bring back:
--   alter postgres/domain:word: changes t.w from text to character varying(9), which fails where a stored value is longer, but for blanks at its end, which are cut

-- ==== down ====
-- batch, all or nothing

-- 1. make domain word anew (alter postgres/domain:word)
--    ! blocks-reads, rewrites-table: writes table t again, because the domain word is made anew; nobody reads or writes it meanwhile
ALTER TABLE public.t DROP COLUMN again;
ALTER TABLE public.t DROP COLUMN size;
ALTER DOMAIN public.word RENAME TO _schema_sync_old_word;
CREATE DOMAIN public.word AS text;
ALTER TABLE public.t ALTER COLUMN w TYPE public.word USING w::text::public.word;
DROP DOMAIN public._schema_sync_old_word;

-- 2. add column again of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to fill in the column again; nobody reads or writes it meanwhile
ALTER TABLE public.t ADD COLUMN again public.word GENERATED ALWAYS AS (upper((w)::text)) STORED;

-- 3. add column size of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to fill in the column size; nobody reads or writes it meanwhile
ALTER TABLE public.t ADD COLUMN size integer GENERATED ALWAYS AS (length((w)::text)) STORED;
