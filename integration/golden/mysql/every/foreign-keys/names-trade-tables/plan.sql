-- alter table:a
--   drop-foreign-key foreignKeys.k: CONSTRAINT `k` FOREIGN KEY (`p`) REFERENCES `p` (`id`)
--   add-foreign-key foreignKeys.m: CONSTRAINT `m` FOREIGN KEY (`p`) REFERENCES `p` (`id`)
-- alter table:z
--   drop-foreign-key foreignKeys.m: CONSTRAINT `m` FOREIGN KEY (`p`) REFERENCES `p` (`id`)
--   add-foreign-key foreignKeys.k: CONSTRAINT `k` FOREIGN KEY (`p`) REFERENCES `p` (`id`)

-- ==== up ====
-- batch

-- 1. alter table a: drop foreign key k (alter table:a)
ALTER TABLE `a`
  DROP FOREIGN KEY `k`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 2. alter table z: drop foreign key m (alter table:z)
ALTER TABLE `z`
  DROP FOREIGN KEY `m`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 3. alter table a: add foreign key m (alter table:a)
--    ! correctness, checks-rows: fails when rows of a do not satisfy foreign key m to p
--    ! blocks-writes, copies-table: copies table a row by row into a new one, because there is no other way to add foreign key m: nobody can write to it meanwhile
ALTER TABLE `a`
  DROP INDEX `p`,
  ADD KEY `p` (`p`),
  ADD CONSTRAINT `m` FOREIGN KEY (`p`) REFERENCES `p` (`id`),
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 4. alter table z: add foreign key k (alter table:z)
--    ! correctness, checks-rows: fails when rows of z do not satisfy foreign key k to p
--    ! blocks-writes, copies-table: copies table z row by row into a new one, because there is no other way to add foreign key k: nobody can write to it meanwhile
ALTER TABLE `z`
  DROP INDEX `p`,
  ADD KEY `p` (`p`),
  ADD CONSTRAINT `k` FOREIGN KEY (`p`) REFERENCES `p` (`id`),
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table a: drop foreign key m (alter table:a)
ALTER TABLE `a`
  DROP FOREIGN KEY `m`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 2. alter table z: drop foreign key k (alter table:z)
ALTER TABLE `z`
  DROP FOREIGN KEY `k`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 3. alter table a: add foreign key k (alter table:a)
--    ! correctness, checks-rows: fails when rows of a do not satisfy foreign key k to p
--    ! blocks-writes, copies-table: copies table a row by row into a new one, because there is no other way to add foreign key k: nobody can write to it meanwhile
ALTER TABLE `a`
  DROP INDEX `p`,
  ADD KEY `p` (`p`),
  ADD CONSTRAINT `k` FOREIGN KEY (`p`) REFERENCES `p` (`id`),
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 4. alter table z: add foreign key m (alter table:z)
--    ! correctness, checks-rows: fails when rows of z do not satisfy foreign key m to p
--    ! blocks-writes, copies-table: copies table z row by row into a new one, because there is no other way to add foreign key m: nobody can write to it meanwhile
ALTER TABLE `z`
  DROP INDEX `p`,
  ADD KEY `p` (`p`),
  ADD CONSTRAINT `m` FOREIGN KEY (`p`) REFERENCES `p` (`id`),
  ALGORITHM=COPY,
  LOCK=SHARED;
