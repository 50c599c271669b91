-- alter table:boxes
--   rename-column columns.edge: side → edge
--   rename-column columns.face: area → face
--   change-generated columns.face.generated: {"as":"`edge` * `edge`","stored":true} → {"as":"`edge` * `edge`","stored":false}
--   change-generated columns.volume.generated: {"as":"`edge` * `edge` * `edge`","stored":false} → {"as":"`edge` * `edge` * `edge`","stored":true}

-- ==== up ====
-- batch

-- 1. alter table boxes: have it opened anew, as what is computed from a renamed column takes (alter table:boxes)
ALTER TABLE `boxes`
  COMMENT='',
  ALGORITHM=INSTANT;
-- batch

-- 2. alter table boxes: rename column side to edge, compute column face when it is read, compute column volume when it is written (alter table:boxes)
--    ! correctness, breaks-clients: clients that use column boxes.side fail once it is called edge
--    ! correctness, breaks-clients: clients that use column boxes.area fail once it is called face
--    ! blocks-writes, copies-table: copies table boxes row by row into a new one, because there is no other way to compute column face when it is read: nobody can write to it meanwhile
ALTER TABLE `boxes`
  RENAME COLUMN `side` TO `edge`,
  DROP COLUMN `area`,
  ADD COLUMN `face` int(11) GENERATED ALWAYS AS (`edge` * `edge`) VIRTUAL AFTER `edge`,
  DROP COLUMN `volume`,
  ADD COLUMN `volume` int(11) GENERATED ALWAYS AS (`edge` * `edge` * `edge`) STORED AFTER `face`,
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table boxes: have it opened anew, as what is computed from a renamed column takes (alter table:boxes)
ALTER TABLE `boxes`
  COMMENT='',
  ALGORITHM=INSTANT;
-- batch

-- 2. alter table boxes: rename column edge to side, compute column area when it is written, compute column volume when it is read (alter table:boxes)
--    ! correctness, breaks-clients: clients that use column boxes.edge fail once it is called side
--    ! correctness, breaks-clients: clients that use column boxes.face fail once it is called area
--    ! blocks-writes, copies-table: copies table boxes row by row into a new one, because there is no other way to compute column area when it is written: nobody can write to it meanwhile
ALTER TABLE `boxes`
  RENAME COLUMN `edge` TO `side`,
  DROP COLUMN `face`,
  ADD COLUMN `area` int(11) GENERATED ALWAYS AS (`side` * `side`) STORED AFTER `side`,
  DROP COLUMN `volume`,
  ADD COLUMN `volume` int(11) GENERATED ALWAYS AS (`side` * `side` * `side`) VIRTUAL AFTER `area`,
  ALGORITHM=COPY,
  LOCK=SHARED;
