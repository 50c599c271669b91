-- alter postgres/enum:mood
--   drop-value labels.sad: sad
--   add-value labels.fine: fine
-- replace postgres/trigger:t.of_a: it cannot stay while table:t is altered
-- replace postgres/trigger:t.of_gone: PostgreSQL replaces triggers in place from 14 on
-- replace postgres/trigger:t.of_mood: it cannot stay while postgres/enum:mood is altered
-- replace postgres/trigger:t.when_b: it cannot stay while table:t is altered
-- alter table:t
--   drop-column columns.gone: gone integer
--   change-type columns.a.type: integer → bigint
--   change-type columns.b.type: integer → bigint

-- ==== up ====
-- batch, all or nothing

-- 1. drop trigger of_a on t (replace postgres/trigger:t.of_a)
DROP TRIGGER of_a ON public.t;

-- 2. drop trigger of_gone on t (replace postgres/trigger:t.of_gone)
DROP TRIGGER of_gone ON public.t;

-- 3. drop trigger of_mood on t (replace postgres/trigger:t.of_mood)
DROP TRIGGER of_mood ON public.t;

-- 4. drop trigger when_b on t (replace postgres/trigger:t.when_b)
DROP TRIGGER when_b ON public.t;

-- 5. make enum mood anew (alter postgres/enum:mood)
--    ! blocks-reads, rewrites-table: writes table t again, because the enum mood is made anew; nobody reads or writes it meanwhile
--    ! data-loss, converts-values: changes t.m from enum mood to fewer values, which fails where one that goes is stored [irreversible]
-- must find nothing: rows of t still hold a value in m that goes from the enum mood
SELECT m AS value, count(*) AS rows FROM public.t WHERE m::text IN ('sad') GROUP BY 1;
ALTER TYPE public.mood RENAME TO _schema_sync_old_mood;
CREATE TYPE public.mood AS ENUM ('ok', 'fine');
ALTER TABLE public.t ALTER COLUMN m TYPE public.mood USING m::text::public.mood;
DROP TYPE public._schema_sync_old_mood;

-- 6. drop column gone of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.gone with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN gone;

-- 7. change the type of column a of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE bigint USING a::bigint;

-- 8. change the type of column b of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.b becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN b TYPE bigint USING b::bigint;

-- 9. create trigger of_a on t (replace postgres/trigger:t.of_a)
CREATE TRIGGER of_a BEFORE UPDATE OF a ON public.t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
ALTER TABLE public.t DISABLE TRIGGER of_a;

-- 10. create trigger of_gone on t (replace postgres/trigger:t.of_gone)
CREATE TRIGGER of_gone BEFORE UPDATE OF b ON public.t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();

-- 11. create trigger of_mood on t (replace postgres/trigger:t.of_mood)
CREATE TRIGGER of_mood BEFORE UPDATE OF m ON public.t FOR EACH ROW WHEN ((new.m = 'ok'::public.mood)) EXECUTE FUNCTION suppress_redundant_updates_trigger();

-- 12. create trigger when_b on t (replace postgres/trigger:t.when_b)
CREATE TRIGGER when_b BEFORE UPDATE ON public.t FOR EACH ROW WHEN ((new.b > 1)) EXECUTE FUNCTION suppress_redundant_updates_trigger();

-- The way down does not bring back:
--   alter postgres/enum:mood: changes t.m from enum mood to fewer values, which fails where one that goes is stored
--   alter table:t: drops column t.gone with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. drop trigger of_a on t (replace postgres/trigger:t.of_a)
DROP TRIGGER of_a ON public.t;

-- 2. drop trigger of_gone on t (replace postgres/trigger:t.of_gone)
DROP TRIGGER of_gone ON public.t;

-- 3. drop trigger of_mood on t (replace postgres/trigger:t.of_mood)
DROP TRIGGER of_mood ON public.t;

-- 4. drop trigger when_b on t (replace postgres/trigger:t.when_b)
DROP TRIGGER when_b ON public.t;

-- 5. make enum mood anew (alter postgres/enum:mood)
--    ! blocks-reads, rewrites-table: writes table t again, because the enum mood is made anew; nobody reads or writes it meanwhile
--    ! data-loss, converts-values: changes t.m from enum mood to fewer values, which fails where one that goes is stored [irreversible]
-- must find nothing: rows of t still hold a value in m that goes from the enum mood
SELECT m AS value, count(*) AS rows FROM public.t WHERE m::text IN ('fine') GROUP BY 1;
ALTER TYPE public.mood RENAME TO _schema_sync_old_mood;
CREATE TYPE public.mood AS ENUM ('sad', 'ok');
ALTER TABLE public.t ALTER COLUMN m TYPE public.mood USING m::text::public.mood;
DROP TYPE public._schema_sync_old_mood;

-- 6. change the type of column a of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of a that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;

-- 7. change the type of column b of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of b that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.b becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN b TYPE integer USING b::integer;

-- 8. add column gone of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN gone integer;

-- 9. create trigger of_a on t (replace postgres/trigger:t.of_a)
CREATE TRIGGER of_a BEFORE UPDATE OF a ON public.t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
ALTER TABLE public.t DISABLE TRIGGER of_a;

-- 10. create trigger of_gone on t (replace postgres/trigger:t.of_gone)
CREATE TRIGGER of_gone BEFORE UPDATE OF b, gone ON public.t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();

-- 11. create trigger of_mood on t (replace postgres/trigger:t.of_mood)
CREATE TRIGGER of_mood BEFORE UPDATE OF m ON public.t FOR EACH ROW WHEN ((new.m = 'ok'::public.mood)) EXECUTE FUNCTION suppress_redundant_updates_trigger();

-- 12. create trigger when_b on t (replace postgres/trigger:t.when_b)
CREATE TRIGGER when_b BEFORE UPDATE ON public.t FOR EACH ROW WHEN ((new.b > 1)) EXECUTE FUNCTION suppress_redundant_updates_trigger();
