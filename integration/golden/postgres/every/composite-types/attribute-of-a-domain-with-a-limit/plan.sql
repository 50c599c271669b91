-- alter postgres/composite-type:word
--   change-attributes attributes: written text → written public.shorter

-- ==== up ====
-- batch, all or nothing

-- 1. make composite type word anew (alter postgres/composite-type:word)
--    ! blocks-reads, rewrites-table: writes table t again, because the type word is made anew; nobody reads or writes it meanwhile
--    ! data-loss, converts-values: changes t.a.written from text to public.shorter, which fails where a stored value is longer, but for blanks at its end, which are cut [irreversible]
ALTER TYPE public.word RENAME TO _schema_sync_old_word;
CREATE TYPE public.word AS (
  written public.shorter
);
ALTER TABLE public.t ALTER COLUMN a TYPE public.word USING CASE WHEN a IS DISTINCT FROM NULL THEN ROW((a).written::character varying) END::text::public.word;
DROP TYPE public._schema_sync_old_word;

-- The way down does not bring back:
--   alter postgres/composite-type:word: changes t.a.written from text to public.shorter, which fails where a stored value is longer, but for blanks at its end, which are cut

-- ==== down ====
-- batch, all or nothing

-- 1. make composite type word anew (alter postgres/composite-type:word)
--    ! blocks-reads, rewrites-table: writes table t again, because the type word is made anew; nobody reads or writes it meanwhile
ALTER TYPE public.word RENAME TO _schema_sync_old_word;
CREATE TYPE public.word AS (
  written text
);
ALTER TABLE public.t ALTER COLUMN a TYPE public.word USING CASE WHEN a IS DISTINCT FROM NULL THEN ROW((a).written)::public.word END;
DROP TYPE public._schema_sync_old_word;
