-- drop table:a
-- create table:b
-- alter table:c
--   change-foreign-key foreignKeys.l: CONSTRAINT `l` FOREIGN KEY (`other`) REFERENCES `a` (`id`) → CONSTRAINT `l` FOREIGN KEY (`other`) REFERENCES `b` (`id`)

-- ==== up ====
-- batch

-- 1. create table b (create table:b)
CREATE TABLE `b` (
  `id` int(11) NOT NULL,
  `age` int(11) NULL,
  PRIMARY KEY (`id`),
  CONSTRAINT `K` CHECK (`age` > 0)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_general_ci;
-- batch

-- 2. alter table c: drop foreign key l (alter table:c)
ALTER TABLE `c`
  DROP FOREIGN KEY `l`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 3. alter table c: add foreign key l (alter table:c)
--    ! correctness, checks-rows: fails when rows of c do not satisfy foreign key l to b
--    ! blocks-writes, copies-table: copies table c row by row into a new one, because there is no other way to add foreign key l: nobody can write to it meanwhile
ALTER TABLE `c`
  DROP INDEX `other`,
  ADD KEY `other` (`other`),
  ADD CONSTRAINT `l` FOREIGN KEY (`other`) REFERENCES `b` (`id`),
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 4. drop table a (drop table:a)
--    ! data-loss, drops-table: drops table a with all of its rows [irreversible]
DROP TABLE `a`;

-- The way down does not bring back:
--   drop table:a: drops table a with all of its rows

-- ==== down ====
-- batch

-- 1. create table a (create table:a)
CREATE TABLE `a` (
  `id` int(11) NOT NULL,
  `age` int(11) NULL,
  PRIMARY KEY (`id`),
  CONSTRAINT `k` CHECK (`age` > 0)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_general_ci;
-- batch

-- 2. alter table c: drop foreign key l (alter table:c)
ALTER TABLE `c`
  DROP FOREIGN KEY `l`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 3. alter table c: add foreign key l (alter table:c)
--    ! correctness, checks-rows: fails when rows of c do not satisfy foreign key l to a
--    ! blocks-writes, copies-table: copies table c row by row into a new one, because there is no other way to add foreign key l: nobody can write to it meanwhile
ALTER TABLE `c`
  DROP INDEX `other`,
  ADD KEY `other` (`other`),
  ADD CONSTRAINT `l` FOREIGN KEY (`other`) REFERENCES `a` (`id`),
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 4. drop table b (drop table:b)
--    ! data-loss, drops-table: drops table b with all of its rows [irreversible]
DROP TABLE `b`;
