-- create sequence:numbers
-- create table:u

-- ==== up ====
-- batch

-- 1. create sequence numbers (create sequence:numbers)
CREATE SEQUENCE `numbers` START WITH 5 MINVALUE 1 MAXVALUE 9223372036854775806 INCREMENT BY 2 CACHE 1000 NOCYCLE;
-- batch

-- 2. create table u (create table:u)
CREATE TABLE `u` (
  `id` bigint(20) NOT NULL DEFAULT nextval(`numbers`),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_general_ci;

-- ==== down ====
-- batch

-- 1. drop table u (drop table:u)
--    ! data-loss, drops-table: drops table u with all of its rows [irreversible]
DROP TABLE `u`;
-- batch

-- 2. drop sequence numbers (drop sequence:numbers)
--    ! data-loss, drops-sequence: drops sequence numbers with the number that it has counted to [irreversible]
DROP SEQUENCE `numbers`;
