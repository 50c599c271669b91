-- alter sequence:falling
--   change-start start: 10 → -1
--   change-minimum minimum: -500 → -600
--   change-maximum maximum: 10 → -1
-- alter sequence:rising
--   change-start start: 0 → 5
--   change-minimum minimum: 0 → 5
--   change-maximum maximum: 500 → 9223372036854775806

-- ==== up ====
-- batch

-- 1. alter sequence falling (alter sequence:falling)
DO SETVAL(`falling`, -1, 0);
ALTER SEQUENCE `falling` START WITH -1 MINVALUE -600 MAXVALUE -1 INCREMENT BY -1 CACHE 1000 NOCYCLE;
-- batch

-- 2. alter sequence rising (alter sequence:rising)
DO SETVAL(`rising`, 5, 0);
ALTER SEQUENCE `rising` START WITH 5 MINVALUE 5 MAXVALUE 9223372036854775806 INCREMENT BY 1 CACHE 1000 NOCYCLE;

-- ==== down ====
-- batch

-- 1. alter sequence falling (alter sequence:falling)
ALTER SEQUENCE `falling` START WITH 10 MINVALUE -500 MAXVALUE 10 INCREMENT BY -1 CACHE 1000 NOCYCLE;
-- batch

-- 2. alter sequence rising (alter sequence:rising)
ALTER SEQUENCE `rising` START WITH 0 MINVALUE 0 MAXVALUE 500 INCREMENT BY 1 CACHE 1000 NOCYCLE;
