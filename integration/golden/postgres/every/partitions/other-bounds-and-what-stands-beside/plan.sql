-- create index:came
-- replace index:changed: an index cannot be altered
-- drop index:gone
-- create postgres/constraint:pt.new
-- create postgres/constraint:pt.pt_k_key
-- drop postgres/constraint:pt.pt_pkey
-- drop postgres/constraint:pt.pt_w_check
-- drop postgres/constraint:pt.refers
-- create postgres/constraint:pt.refers_too
-- replace postgres/constraint:pt.swapped: a constraint cannot be altered
-- alter table:pa
--   drop-parent parents.pt: pt FOR VALUES IN (1)
--   add-parent parents.pt: pt FOR VALUES IN (1, 2)
-- alter table:pt
--   change-not-null columns.v.not-null: true → false
--   change-not-null columns.w.not-null: false → true

-- ==== up ====
-- batch, all or nothing

-- 1. drop index changed (replace index:changed)
DROP INDEX public.changed;

-- 2. drop index gone (drop index:gone)
--    ! slow, drops-index: drops index gone: queries that used it read all of table pt from then on
DROP INDEX public.gone;

-- 3. drop primary key pt_pkey of table pt (drop postgres/constraint:pt.pt_pkey)
--    ! correctness, ends-guarantee: drops the primary key pt_pkey of table pt: from then on rows come that break it, and no statement fails
ALTER TABLE public.pt DROP CONSTRAINT pt_pkey;

-- 4. drop check pt_w_check of table pt (drop postgres/constraint:pt.pt_w_check)
--    ! correctness, ends-guarantee: drops the check pt_w_check of table pt: from then on rows come that break it, and no statement fails
ALTER TABLE public.pt DROP CONSTRAINT pt_w_check;

-- 5. drop foreign key refers of table pt (drop postgres/constraint:pt.refers)
--    ! correctness, ends-guarantee: drops the foreign key refers of table pt: from then on rows come that break it, and no statement fails
ALTER TABLE public.pt DROP CONSTRAINT refers;

-- 6. drop check swapped of table pt (replace postgres/constraint:pt.swapped)
ALTER TABLE public.pt DROP CONSTRAINT swapped;

-- 7. allow nulls in column v of table pt (alter table:pt)
--    ! correctness, ends-guarantee: drops the NOT NULL of column v of table pt: from then on rows come that break it, and no statement fails
ALTER TABLE public.pt ALTER COLUMN v DROP NOT NULL;

-- 8. forbid nulls in column w of table pt (alter table:pt)
--    ! blocks-reads, scans-table: reads all of table pt for nulls in the column w, and rows that do not comply make it fail
ALTER TABLE public.pt ALTER COLUMN w SET NOT NULL;

-- 9. create index came (create index:came)
--    ! blocks-writes, builds-index: builds an index over table pt; nobody writes to it meanwhile
CREATE INDEX came ON public.pt USING btree (v, w);

-- 10. create index changed (replace index:changed)
--    ! blocks-writes, builds-index: builds an index over table pt; nobody writes to it meanwhile
CREATE INDEX changed ON public.pt USING btree (w DESC);

-- 11. add check new to table pt (create postgres/constraint:pt.new)
--    ! blocks-reads, scans-table: reads all of table pt for the check new, and rows that do not comply make it fail
ALTER TABLE public.pt ADD CONSTRAINT new CHECK ((w > 1));

-- 12. add unique pt_k_key to table pt (create postgres/constraint:pt.pt_k_key)
--    ! blocks-reads, builds-index: builds an index over table pt; nobody reads or writes it meanwhile, and rows that conflict make it fail
ALTER TABLE public.pt ADD CONSTRAINT pt_k_key UNIQUE (k);

-- 13. add foreign key refers_too to table pt (create postgres/constraint:pt.refers_too)
--    ! blocks-writes, scans-table: reads all of table pt for the foreign key refers_too, and rows that do not comply make it fail
ALTER TABLE public.pt ADD CONSTRAINT refers_too FOREIGN KEY (w) REFERENCES public.r(a);

-- 14. add check swapped to table pt (replace postgres/constraint:pt.swapped)
--    ! blocks-reads, scans-table: reads all of table pt for the check swapped, and rows that do not comply make it fail
ALTER TABLE public.pt ADD CONSTRAINT swapped CHECK ((v > 1));

-- 15. leave the table above of table pa (alter table:pa)
ALTER TABLE public.pt DETACH PARTITION public.pa;

-- 16. join the table above of table pa (alter table:pa)
--    ! blocks-reads, scans-table: reads all of table pa for whether its rows fit into pt, and rows that do not comply make it fail
ALTER TABLE public.pt ATTACH PARTITION public.pa FOR VALUES IN (1, 2);

-- ==== down ====
-- batch, all or nothing

-- 1. drop index came (drop index:came)
--    ! slow, drops-index: drops index came: queries that used it read all of table pt from then on
DROP INDEX public.came;

-- 2. drop index changed (replace index:changed)
DROP INDEX public.changed;

-- 3. drop check new of table pt (drop postgres/constraint:pt.new)
--    ! correctness, ends-guarantee: drops the check new of table pt: from then on rows come that break it, and no statement fails
ALTER TABLE public.pt DROP CONSTRAINT new;

-- 4. drop unique pt_k_key of table pt (drop postgres/constraint:pt.pt_k_key)
--    ! correctness, ends-guarantee: drops the unique pt_k_key of table pt: from then on rows come that break it, and no statement fails
ALTER TABLE public.pt DROP CONSTRAINT pt_k_key;

-- 5. drop foreign key refers_too of table pt (drop postgres/constraint:pt.refers_too)
--    ! correctness, ends-guarantee: drops the foreign key refers_too of table pt: from then on rows come that break it, and no statement fails
ALTER TABLE public.pt DROP CONSTRAINT refers_too;

-- 6. drop check swapped of table pt (replace postgres/constraint:pt.swapped)
ALTER TABLE public.pt DROP CONSTRAINT swapped;

-- 7. forbid nulls in column v of table pt (alter table:pt)
--    ! blocks-reads, scans-table: reads all of table pt for nulls in the column v, and rows that do not comply make it fail
ALTER TABLE public.pt ALTER COLUMN v SET NOT NULL;

-- 8. allow nulls in column w of table pt (alter table:pt)
--    ! correctness, ends-guarantee: drops the NOT NULL of column w of table pt: from then on rows come that break it, and no statement fails
ALTER TABLE public.pt ALTER COLUMN w DROP NOT NULL;

-- 9. create index changed (replace index:changed)
--    ! blocks-writes, builds-index: builds an index over table pt; nobody writes to it meanwhile
CREATE INDEX changed ON public.pt USING btree (w);

-- 10. create index gone (create index:gone)
--    ! blocks-writes, builds-index: builds an index over table pt; nobody writes to it meanwhile
CREATE INDEX gone ON public.pt USING btree (v);

-- 11. add primary key pt_pkey to table pt (create postgres/constraint:pt.pt_pkey)
--    ! blocks-reads, builds-index: builds an index over table pt; nobody reads or writes it meanwhile, and rows that conflict make it fail
ALTER TABLE public.pt ADD CONSTRAINT pt_pkey PRIMARY KEY (k);

-- 12. add check pt_w_check to table pt (create postgres/constraint:pt.pt_w_check)
--    ! blocks-reads, scans-table: reads all of table pt for the check pt_w_check, and rows that do not comply make it fail
ALTER TABLE public.pt ADD CONSTRAINT pt_w_check CHECK ((w > 0));

-- 13. add foreign key refers to table pt (create postgres/constraint:pt.refers)
--    ! blocks-writes, scans-table: reads all of table pt for the foreign key refers, and rows that do not comply make it fail
ALTER TABLE public.pt ADD CONSTRAINT refers FOREIGN KEY (v) REFERENCES public.r(a);

-- 14. add check swapped to table pt (replace postgres/constraint:pt.swapped)
--    ! blocks-reads, scans-table: reads all of table pt for the check swapped, and rows that do not comply make it fail
ALTER TABLE public.pt ADD CONSTRAINT swapped CHECK ((v > 0));

-- 15. leave the table above of table pa (alter table:pa)
ALTER TABLE public.pt DETACH PARTITION public.pa;

-- 16. join the table above of table pa (alter table:pa)
--    ! blocks-reads, scans-table: reads all of table pa for whether its rows fit into pt, and rows that do not comply make it fail
ALTER TABLE public.pt ATTACH PARTITION public.pa FOR VALUES IN (1);
