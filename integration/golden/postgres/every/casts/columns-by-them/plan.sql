-- alter table:t
--   change-type columns.a.type: public.mood → integer
--   change-default columns.a.default: 'ok'::public.mood → 1
--   change-type columns.b.type: integer → public.mood
--   change-default columns.b.default: 0 → 'sad'::public.mood
--   change-type columns.c.type: public.amount → numeric(10,2)
--   change-type columns.d.type: numeric(10,2) → public.amount
--   change-type columns.e.type: public.mood[] → integer[]
--   change-type columns.f.type: public.mood → public.small

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! data-loss, converts-values: changes t.a from public.mood to integer, which converts stored values by the function public.as_number(public.mood) [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;

-- 2. change the default of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 1;

-- 3. change the type of column b of table t (alter table:t)
--    ! data-loss, converts-values: changes t.b from integer to public.mood, which converts stored values by the function public.as_mood(integer) [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.b becomes public.mood; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN b DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN b TYPE public.mood;

-- 4. change the default of column b of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN b SET DEFAULT 'sad'::public.mood;

-- 5. change the type of column c of table t (alter table:t)
--    ! data-loss, converts-values: changes t.c from public.amount to numeric(10,2), which converts stored values by the function public.value_of(public.amount) [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.c becomes numeric(10,2); nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN c TYPE numeric(10,2);

-- 6. change the type of column d of table t (alter table:t)
--    ! data-loss, converts-values: changes t.d from numeric(10,2) to public.amount, which converts stored values by the function public.in_euro(numeric) [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.d becomes public.amount; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN d TYPE public.amount USING d::public.amount;

-- 7. change the type of column e of table t (alter table:t)
--    ! data-loss, converts-values: changes t.e from public.mood[] to integer[], which converts stored values by the function public.as_number(public.mood) [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.e becomes integer[]; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN e TYPE integer[] USING e::integer[];

-- 8. change the type of column f of table t (alter table:t)
--    ! data-loss, converts-values: changes t.f from public.mood to public.small, which converts stored values by the function public.as_number(public.mood) [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.f becomes public.small; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN f TYPE public.small USING f::public.small;

-- The way down does not bring back:
--   alter table:t: changes t.a from public.mood to integer, which converts stored values by the function public.as_number(public.mood)
--   alter table:t: changes t.b from integer to public.mood, which converts stored values by the function public.as_mood(integer)
--   alter table:t: changes t.c from public.amount to numeric(10,2), which converts stored values by the function public.value_of(public.amount)
--   alter table:t: changes t.d from numeric(10,2) to public.amount, which converts stored values by the function public.in_euro(numeric)
--   alter table:t: changes t.e from public.mood[] to integer[], which converts stored values by the function public.as_number(public.mood)
--   alter table:t: changes t.f from public.mood to public.small, which converts stored values by the function public.as_number(public.mood)

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! data-loss, converts-values: changes t.a from integer to public.mood, which converts stored values by the function public.as_mood(integer) [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes public.mood; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a TYPE public.mood;

-- 2. change the default of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 'ok'::public.mood;

-- 3. change the type of column b of table t (alter table:t)
--    ! data-loss, converts-values: changes t.b from public.mood to integer, which converts stored values by the function public.as_number(public.mood) [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.b becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN b DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN b TYPE integer USING b::integer;

-- 4. change the default of column b of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN b SET DEFAULT 0;

-- 5. change the type of column c of table t (alter table:t)
--    ! data-loss, converts-values: changes t.c from numeric(10,2) to public.amount, which converts stored values by the function public.in_euro(numeric) [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.c becomes public.amount; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN c TYPE public.amount USING c::public.amount;

-- 6. change the type of column d of table t (alter table:t)
--    ! data-loss, converts-values: changes t.d from public.amount to numeric(10,2), which converts stored values by the function public.value_of(public.amount) [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.d becomes numeric(10,2); nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN d TYPE numeric(10,2);

-- 7. change the type of column e of table t (alter table:t)
--    ! data-loss, converts-values: changes t.e from integer[] to public.mood[], which converts stored values by the function public.as_mood(integer) [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.e becomes public.mood[]; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN e TYPE public.mood[];

-- 8. change the type of column f of table t (alter table:t)
--    ! data-loss, converts-values: changes t.f from public.small to public.mood, which converts stored values by the function public.as_mood(integer) [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.f becomes public.mood; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN f TYPE public.mood;
