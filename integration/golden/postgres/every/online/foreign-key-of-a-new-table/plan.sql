-- create postgres/constraint:lines.lines_order
-- create postgres/constraint:lines.lines_pkey
-- create table:lines

-- ==== up ====
-- batch, all or nothing

-- 1. create table lines (create table:lines)
CREATE TABLE public.lines (
  id bigint NOT NULL,
  order_id bigint
);
-- batch

-- 2. add foreign key lines_order to table lines (create postgres/constraint:lines.lines_order)
ALTER TABLE public.lines ADD CONSTRAINT lines_order FOREIGN KEY (order_id) REFERENCES public.orders(id) NOT VALID;
ALTER TABLE public.lines VALIDATE CONSTRAINT lines_order;
-- removes what a failure leaves behind: ALTER TABLE public.lines DROP CONSTRAINT lines_order;
-- batch, all or nothing

-- 3. add primary key lines_pkey to table lines (create postgres/constraint:lines.lines_pkey)
ALTER TABLE public.lines ADD CONSTRAINT lines_pkey PRIMARY KEY (id);

-- ==== down ====
-- batch, all or nothing

-- 1. drop table lines (drop table:lines)
--    ! data-loss, drops-table: drops table lines with all of its rows [irreversible]
DROP TABLE public.lines;
