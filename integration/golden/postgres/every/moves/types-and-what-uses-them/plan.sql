-- rename postgres/collation:b.plain from postgres/collation:a.plain
-- rename postgres/composite-type:b.pair from postgres/composite-type:a.pair
-- rename postgres/domain:b.short from postgres/domain:a.short
-- rename postgres/enum:b.mood from postgres/enum:a.mood

-- ==== up ====
-- batch, all or nothing

-- 1. move collation a.plain to b.plain (rename postgres/collation:b.plain)
--    ! correctness, breaks-clients: moves collation a.plain to b.plain: statements that still say a.plain fail from then on
ALTER COLLATION a.plain SET SCHEMA b;

-- 2. move composite type a.pair to b.pair (rename postgres/composite-type:b.pair)
--    ! correctness, breaks-clients: moves composite type a.pair to b.pair: statements that still say a.pair fail from then on
ALTER TYPE a.pair SET SCHEMA b;

-- 3. move domain a.short to b.short (rename postgres/domain:b.short)
--    ! correctness, breaks-clients: moves domain a.short to b.short: statements that still say a.short fail from then on
ALTER DOMAIN a.short SET SCHEMA b;

-- 4. move enum a.mood to b.mood (rename postgres/enum:b.mood)
--    ! correctness, breaks-clients: moves enum a.mood to b.mood: statements that still say a.mood fail from then on
ALTER TYPE a.mood SET SCHEMA b;

-- ==== down ====
-- batch, all or nothing

-- 1. move collation b.plain to a.plain (rename postgres/collation:a.plain)
--    ! correctness, breaks-clients: moves collation b.plain to a.plain: statements that still say b.plain fail from then on
ALTER COLLATION b.plain SET SCHEMA a;

-- 2. move composite type b.pair to a.pair (rename postgres/composite-type:a.pair)
--    ! correctness, breaks-clients: moves composite type b.pair to a.pair: statements that still say b.pair fail from then on
ALTER TYPE b.pair SET SCHEMA a;

-- 3. move domain b.short to a.short (rename postgres/domain:a.short)
--    ! correctness, breaks-clients: moves domain b.short to a.short: statements that still say b.short fail from then on
ALTER DOMAIN b.short SET SCHEMA a;

-- 4. move enum b.mood to a.mood (rename postgres/enum:a.mood)
--    ! correctness, breaks-clients: moves enum b.mood to a.mood: statements that still say b.mood fail from then on
ALTER TYPE b.mood SET SCHEMA a;
