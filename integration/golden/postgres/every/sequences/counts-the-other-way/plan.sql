-- alter sequence:s
--   change-start start: 1 → -1
--   change-increment increment: 1 → -1
--   change-minimum minimum: 1 → -9223372036854775808
--   change-maximum maximum: 9223372036854775807 → -1

-- ==== up ====
-- batch, all or nothing

-- 1. alter sequence s (alter sequence:s)
--    ! data-loss, restarts-sequence: sequence s begins anew at -1, since no number that it could have given is within its new bounds: how far it has counted is lost [irreversible]
ALTER SEQUENCE public.s AS bigint START WITH -1 INCREMENT BY -1 MINVALUE -9223372036854775808 MAXVALUE -1 CACHE 1 NO CYCLE RESTART WITH -1;

-- The way down does not bring back:
--   alter sequence:s: sequence s begins anew at -1, since no number that it could have given is within its new bounds: how far it has counted is lost

-- ==== down ====
-- batch, all or nothing

-- 1. alter sequence s (alter sequence:s)
--    ! data-loss, restarts-sequence: sequence s begins anew at 1, since no number that it could have given is within its new bounds: how far it has counted is lost [irreversible]
ALTER SEQUENCE public.s AS bigint START WITH 1 INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 CACHE 1 NO CYCLE RESTART WITH 1;
