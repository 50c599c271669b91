-- replace index:orders_id: an index cannot be altered
-- replace postgres/constraint:lines.l_fk: it cannot stay while index:orders_id is replaced
-- replace postgres/constraint:lines.p_fk: it cannot stay while index:orders_id is replaced

-- ==== up ====
-- batch, postgres/lock_timeout = 0

-- 1. build the new index orders_id (replace index:orders_id)
CREATE UNIQUE INDEX CONCURRENTLY schema_sync_new_orders_id ON public.orders USING btree (id) INCLUDE (total);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.schema_sync_new_orders_id;
-- batch, all or nothing

-- 2. drop foreign key l_fk of table lines (replace postgres/constraint:lines.l_fk)
ALTER TABLE public.lines DROP CONSTRAINT l_fk;

-- 3. drop foreign key p_fk of table lines (replace postgres/constraint:lines.p_fk)
ALTER TABLE public.lines DROP CONSTRAINT p_fk;

-- 4. put the new index orders_id in the place of the old one (replace index:orders_id)
DROP INDEX public.orders_id;
ALTER INDEX public.schema_sync_new_orders_id RENAME TO orders_id;

-- 5. add foreign key l_fk to table lines (replace postgres/constraint:lines.l_fk)
ALTER TABLE public.lines ADD CONSTRAINT l_fk FOREIGN KEY (o) REFERENCES public.orders(id) NOT VALID;

-- 6. add foreign key p_fk to table lines (replace postgres/constraint:lines.p_fk)
ALTER TABLE public.lines ADD CONSTRAINT p_fk FOREIGN KEY (p) REFERENCES public.orders(id) ON DELETE CASCADE NOT VALID;
-- batch, all or nothing

-- 7. validate foreign key l_fk of table lines (replace postgres/constraint:lines.l_fk)
ALTER TABLE public.lines VALIDATE CONSTRAINT l_fk;
-- batch, all or nothing

-- 8. validate foreign key p_fk of table lines (replace postgres/constraint:lines.p_fk)
ALTER TABLE public.lines VALIDATE CONSTRAINT p_fk;

-- ==== down ====
-- batch, postgres/lock_timeout = 0

-- 1. build the new index orders_id (replace index:orders_id)
CREATE UNIQUE INDEX CONCURRENTLY schema_sync_new_orders_id ON public.orders USING btree (id);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.schema_sync_new_orders_id;
-- batch, all or nothing

-- 2. drop foreign key l_fk of table lines (replace postgres/constraint:lines.l_fk)
ALTER TABLE public.lines DROP CONSTRAINT l_fk;

-- 3. drop foreign key p_fk of table lines (replace postgres/constraint:lines.p_fk)
ALTER TABLE public.lines DROP CONSTRAINT p_fk;

-- 4. put the new index orders_id in the place of the old one (replace index:orders_id)
DROP INDEX public.orders_id;
ALTER INDEX public.schema_sync_new_orders_id RENAME TO orders_id;

-- 5. add foreign key l_fk to table lines (replace postgres/constraint:lines.l_fk)
ALTER TABLE public.lines ADD CONSTRAINT l_fk FOREIGN KEY (o) REFERENCES public.orders(id) NOT VALID;

-- 6. add foreign key p_fk to table lines (replace postgres/constraint:lines.p_fk)
ALTER TABLE public.lines ADD CONSTRAINT p_fk FOREIGN KEY (p) REFERENCES public.orders(id) ON DELETE CASCADE NOT VALID;
-- batch, all or nothing

-- 7. validate foreign key l_fk of table lines (replace postgres/constraint:lines.l_fk)
ALTER TABLE public.lines VALIDATE CONSTRAINT l_fk;
-- batch, all or nothing

-- 8. validate foreign key p_fk of table lines (replace postgres/constraint:lines.p_fk)
ALTER TABLE public.lines VALIDATE CONSTRAINT p_fk;
