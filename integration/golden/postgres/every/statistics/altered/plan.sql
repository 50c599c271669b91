-- replace postgres/statistics:columns: what extended statistics are about cannot be altered
-- replace postgres/statistics:kinds: what extended statistics are about cannot be altered
-- alter postgres/statistics:target
--   change-target target: none → 100

-- ==== up ====
-- batch, all or nothing

-- 1. drop statistics columns (replace postgres/statistics:columns)
DROP STATISTICS public.columns;

-- 2. drop statistics kinds (replace postgres/statistics:kinds)
DROP STATISTICS public.kinds;

-- 3. create statistics columns (replace postgres/statistics:columns)
CREATE STATISTICS public.columns ON a, b, id FROM public.t;

-- 4. create statistics kinds (replace postgres/statistics:kinds)
CREATE STATISTICS public.kinds (ndistinct) ON a, id FROM public.t;

-- 5. alter statistics target (alter postgres/statistics:target)
ALTER STATISTICS public.target SET STATISTICS 100;

-- ==== down ====
-- batch, all or nothing

-- 1. drop statistics columns (replace postgres/statistics:columns)
DROP STATISTICS public.columns;

-- 2. drop statistics kinds (replace postgres/statistics:kinds)
DROP STATISTICS public.kinds;

-- 3. create statistics columns (replace postgres/statistics:columns)
CREATE STATISTICS public.columns ON a, id FROM public.t;

-- 4. create statistics kinds (replace postgres/statistics:kinds)
CREATE STATISTICS public.kinds (mcv) ON a, id FROM public.t;

-- 5. alter statistics target (alter postgres/statistics:target)
ALTER STATISTICS public.target SET STATISTICS -1;
