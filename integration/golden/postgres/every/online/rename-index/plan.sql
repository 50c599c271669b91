-- rename index:by_total from index:orders_total

-- ==== up ====
-- batch, all or nothing

-- 1. rename index orders_total to by_total (rename index:by_total)
ALTER INDEX public.orders_total RENAME TO by_total;

-- ==== down ====
-- batch, all or nothing

-- 1. rename index by_total to orders_total (rename index:orders_total)
ALTER INDEX public.by_total RENAME TO orders_total;
