-- create table:b
-- alter table:z
--   drop-foreign-key foreignKeys.k: CONSTRAINT `k` FOREIGN KEY (`p`) REFERENCES `p` (`id`)
--   add-foreign-key foreignKeys.l: CONSTRAINT `l` FOREIGN KEY (`p`) REFERENCES `b` (`id`)

-- ==== up ====
-- batch

-- 1. alter table z: drop foreign key k (alter table:z)
ALTER TABLE `z`
  DROP FOREIGN KEY `k`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 2. create table b (create table:b)
CREATE TABLE `b` (
  `id` int NOT NULL,
  `p` int NULL,
  KEY `p` (`p`),
  PRIMARY KEY (`id`),
  CONSTRAINT `k` FOREIGN KEY (`p`) REFERENCES `p` (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_general_ci;
-- batch

-- 3. alter table z: add foreign key l (alter table:z)
--    ! correctness, checks-rows: fails when rows of z do not satisfy foreign key l to b
--    ! blocks-writes, copies-table: copies table z row by row into a new one, because there is no other way to add foreign key l: nobody can write to it meanwhile
ALTER TABLE `z`
  DROP INDEX `p`,
  ADD KEY `p` (`p`),
  ADD CONSTRAINT `l` FOREIGN KEY (`p`) REFERENCES `b` (`id`),
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table b: drop foreign key k (alter table:b)
ALTER TABLE `b`
  DROP FOREIGN KEY `k`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 2. alter table z: drop foreign key l (alter table:z)
ALTER TABLE `z`
  DROP FOREIGN KEY `l`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 3. alter table z: add foreign key k (alter table:z)
--    ! correctness, checks-rows: fails when rows of z do not satisfy foreign key k to p
--    ! blocks-writes, copies-table: copies table z row by row into a new one, because there is no other way to add foreign key k: nobody can write to it meanwhile
ALTER TABLE `z`
  DROP INDEX `p`,
  ADD KEY `p` (`p`),
  ADD CONSTRAINT `k` FOREIGN KEY (`p`) REFERENCES `p` (`id`),
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 4. drop table b (drop table:b)
--    ! data-loss, drops-table: drops table b with all of its rows [irreversible]
DROP TABLE `b`;
