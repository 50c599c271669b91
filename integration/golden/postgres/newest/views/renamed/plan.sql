-- rename view:o s.select from view:o s.old V

-- ==== up ====
-- batch, all or nothing

-- 1. rename view o s.old V to o s.select (rename view:o s.select)
--    ! correctness, breaks-clients: renames view old V to select: statements that still say old V fail from then on
ALTER VIEW "o s"."old V" RENAME TO "select";

-- ==== down ====
-- batch, all or nothing

-- 1. rename view o s.select to o s.old V (rename view:o s.old V)
--    ! correctness, breaks-clients: renames view select to old V: statements that still say select fail from then on
ALTER VIEW "o s"."select" RENAME TO "old V";
