-- create postgres/constraint:lines.lines_order

-- ==== up ====
-- batch

-- 1. add foreign key lines_order to table lines (create postgres/constraint:lines.lines_order)
ALTER TABLE public.lines ADD CONSTRAINT lines_order FOREIGN KEY (order_id) REFERENCES public.orders(id) NOT VALID;
ALTER TABLE public.lines VALIDATE CONSTRAINT lines_order;
-- removes what a failure leaves behind: ALTER TABLE public.lines DROP CONSTRAINT lines_order;

-- ==== down ====
-- batch, all or nothing

-- 1. drop foreign key lines_order of table lines (drop postgres/constraint:lines.lines_order)
--    ! correctness, ends-guarantee: drops the foreign key lines_order of table lines: from then on rows come that break it, and no statement fails
ALTER TABLE public.lines DROP CONSTRAINT lines_order;
