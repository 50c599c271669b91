-- alter table:items
--   rename-column columns.net: price → net
--   change-generated columns.gross.generated: {"as":"(`price` * 2)","stored":false} → {"as":"(`net` * 2)","stored":false}
--   change-generated columns.rounded.generated: {"as":"(`gross` + 1)","stored":false} → {"as":"(`gross` + 1)","stored":false}

-- ==== up ====
-- batch

-- 1. alter table items: rename column price to net, change column gross, change column rounded (alter table:items)
--    ! correctness, breaks-clients: clients that use column items.price fail once it is called net
--    ! blocks-writes, copies-table: copies table items row by row into a new one, because there is no other way to change column gross: nobody can write to it meanwhile
ALTER TABLE `items`
  RENAME COLUMN `price` TO `net`,
  MODIFY COLUMN `gross` int GENERATED ALWAYS AS ((`net` * 2)) VIRTUAL,
  MODIFY COLUMN `rounded` int GENERATED ALWAYS AS ((`gross` + 1)) VIRTUAL,
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table items: rename column net to price, change column gross, change column rounded (alter table:items)
--    ! correctness, breaks-clients: clients that use column items.net fail once it is called price
--    ! blocks-writes, copies-table: copies table items row by row into a new one, because there is no other way to change column gross: nobody can write to it meanwhile
ALTER TABLE `items`
  RENAME COLUMN `net` TO `price`,
  MODIFY COLUMN `gross` int GENERATED ALWAYS AS ((`price` * 2)) VIRTUAL,
  MODIFY COLUMN `rounded` int GENERATED ALWAYS AS ((`gross` + 1)) VIRTUAL,
  ALGORITHM=COPY,
  LOCK=SHARED;
