-- alter sequence:we"ird.Order
--   change-type type: bigint → integer
--   change-maximum maximum: 9223372036854775807 → 2147483647

-- ==== up ====
-- batch, all or nothing

-- 1. alter sequence we"ird.Order (alter sequence:we"ird.Order)
-- must find nothing: sequence we"ird.Order has counted beyond what it is to count, from 1 to 2147483647
SELECT last AS value
FROM pg_catalog.pg_sequence_last_value(pg_catalog.to_regclass('"we""ird"."Order"')) AS last
WHERE last NOT BETWEEN 1 AND 2147483647;
ALTER SEQUENCE "we""ird"."Order" AS integer START WITH 1 INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 CACHE 1 NO CYCLE;

-- ==== down ====
-- batch, all or nothing

-- 1. alter sequence we"ird.Order (alter sequence:we"ird.Order)
ALTER SEQUENCE "we""ird"."Order" AS bigint START WITH 1 INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 CACHE 1 NO CYCLE;
