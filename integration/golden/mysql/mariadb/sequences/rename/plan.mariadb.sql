-- rename sequence:counts from sequence:numbers

-- ==== up ====
-- batch

-- 1. rename sequence numbers to counts (rename sequence:counts)
--    ! correctness, breaks-clients: clients that use sequence numbers fail once it is called counts
RENAME TABLE `numbers` TO `counts`;

-- ==== down ====
-- batch

-- 1. rename sequence counts to numbers (rename sequence:numbers)
--    ! correctness, breaks-clients: clients that use sequence counts fail once it is called numbers
RENAME TABLE `counts` TO `numbers`;
