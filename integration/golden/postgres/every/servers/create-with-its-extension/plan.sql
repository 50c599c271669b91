-- create postgres/extension:postgres_fdw
-- create postgres/server:far

-- ==== up ====
-- batch, all or nothing

-- 1. create extension postgres_fdw (create postgres/extension:postgres_fdw)
CREATE EXTENSION postgres_fdw SCHEMA public;

-- 2. create foreign server far (create postgres/server:far)
CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw OPTIONS (dbname 'there', host 'far.example');

-- ==== down ====
-- batch, all or nothing

-- 1. drop foreign server far (drop postgres/server:far)
DROP SERVER far;

-- 2. drop extension postgres_fdw (drop postgres/extension:postgres_fdw)
--    ! correctness, drops-extension: drops extension postgres_fdw with all that it brings along: statements that use it fail from then on
DROP EXTENSION postgres_fdw;
