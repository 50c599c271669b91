-- rename postgres/composite-type:spun from postgres/composite-type:span
-- alter postgres/composite-type:spun
--   change-parts parts.mood: made anew
-- rename postgres/enum:m d from postgres/enum:mood
-- alter postgres/enum:m d
--   change-order labels: ["a","b"] → ["b","a"]

-- ==== up ====
-- batch, all or nothing

-- 1. rename composite type span to spun (rename postgres/composite-type:spun)
--    ! correctness, breaks-clients: renames composite type span to spun: statements that still say span fail from then on
ALTER TYPE public.span RENAME TO spun;

-- 2. rename enum mood to m d (rename postgres/enum:m d)
--    ! correctness, breaks-clients: renames enum mood to m d: statements that still say mood fail from then on
ALTER TYPE public.mood RENAME TO "m d";

-- 3. make enum m d anew (alter postgres/enum:m d)
--    ! blocks-reads, rewrites-table: writes table u again, because the enum m d is made anew; nobody reads or writes it meanwhile
ALTER TYPE public."m d" RENAME TO "_schema_sync_old_m d";
CREATE TYPE public."m d" AS ENUM ('b', 'a');
ALTER TABLE public.u ALTER COLUMN m DROP DEFAULT;
ALTER TABLE public.u ALTER COLUMN m TYPE public."m d" USING m::text::public."m d";
ALTER TABLE public.u ALTER COLUMN m SET DEFAULT 'b'::public."m d";

-- 4. make composite type spun anew (alter postgres/composite-type:spun)
--    ! blocks-reads, rewrites-table: writes table t again, because the type spun is made anew; nobody reads or writes it meanwhile
--    ! blocks-reads, rewrites-table: writes table u again, because the type spun is made anew; nobody reads or writes it meanwhile
ALTER TYPE public.spun RENAME TO _schema_sync_old_spun;
CREATE TYPE public.spun AS (
  m public."m d",
  b text
);
ALTER TABLE public.t ALTER COLUMN s DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN s TYPE public.spun USING s::text::public.spun;
ALTER TABLE public.t ALTER COLUMN s SET DEFAULT ROW('a'::public."m d", 'b'::text)::public.spun;
ALTER TABLE public.u ALTER COLUMN s DROP DEFAULT;
ALTER TABLE public.u ALTER COLUMN s TYPE public.spun[] USING s::text[]::public.spun[];
ALTER TABLE public.u ALTER COLUMN s SET DEFAULT '{}'::public.spun[];
DROP TYPE public._schema_sync_old_spun;
DROP TYPE public."_schema_sync_old_m d";

-- ==== down ====
-- batch, all or nothing

-- 1. rename composite type spun to span (rename postgres/composite-type:span)
--    ! correctness, breaks-clients: renames composite type spun to span: statements that still say spun fail from then on
ALTER TYPE public.spun RENAME TO span;

-- 2. rename enum m d to mood (rename postgres/enum:mood)
--    ! correctness, breaks-clients: renames enum m d to mood: statements that still say m d fail from then on
ALTER TYPE public."m d" RENAME TO mood;

-- 3. make enum mood anew (alter postgres/enum:mood)
--    ! blocks-reads, rewrites-table: writes table u again, because the enum mood is made anew; nobody reads or writes it meanwhile
ALTER TYPE public.mood RENAME TO _schema_sync_old_mood;
CREATE TYPE public.mood AS ENUM ('a', 'b');
ALTER TABLE public.u ALTER COLUMN m DROP DEFAULT;
ALTER TABLE public.u ALTER COLUMN m TYPE public.mood USING m::text::public.mood;
ALTER TABLE public.u ALTER COLUMN m SET DEFAULT 'b'::public.mood;

-- 4. make composite type span anew (alter postgres/composite-type:span)
--    ! blocks-reads, rewrites-table: writes table t again, because the type span is made anew; nobody reads or writes it meanwhile
--    ! blocks-reads, rewrites-table: writes table u again, because the type span is made anew; nobody reads or writes it meanwhile
ALTER TYPE public.span RENAME TO _schema_sync_old_span;
CREATE TYPE public.span AS (
  m public.mood,
  b text
);
ALTER TABLE public.t ALTER COLUMN s DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN s TYPE public.span USING s::text::public.span;
ALTER TABLE public.t ALTER COLUMN s SET DEFAULT ROW('a'::public.mood, 'b'::text)::public.span;
ALTER TABLE public.u ALTER COLUMN s DROP DEFAULT;
ALTER TABLE public.u ALTER COLUMN s TYPE public.span[] USING s::text[]::public.span[];
ALTER TABLE public.u ALTER COLUMN s SET DEFAULT '{}'::public.span[];
DROP TYPE public._schema_sync_old_span;
DROP TYPE public._schema_sync_old_mood;
