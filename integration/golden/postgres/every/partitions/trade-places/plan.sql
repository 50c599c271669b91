-- alter table:a
--   change-type columns.x.type: integer → bigint
-- alter table:b
--   change-type columns.x.type: integer → bigint
-- create table:comes
-- alter table:first
--   drop-parent parents.a: a FOR VALUES IN (5, 6)
--   add-parent parents.a: a FOR VALUES IN (7)
-- alter table:moves
--   drop-parent parents.a: a FOR VALUES IN (9)
--   change-type columns.x.type: integer → bigint
--   add-parent parents.b: b FOR VALUES IN (9)
-- alter table:p
--   drop-parent parents.a: a FOR VALUES IN (1)
--   change-type columns.x.type: integer → bigint
--   add-parent parents.b: b FOR VALUES IN (1)
-- alter table:q
--   drop-parent parents.b: b FOR VALUES IN (1)
--   change-type columns.x.type: integer → bigint
--   add-parent parents.a: a FOR VALUES IN (1)
-- alter table:second
--   drop-parent parents.a: a FOR VALUES IN (7, 8)
--   add-parent parents.a: a FOR VALUES IN (5, 8)

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column x of table b (alter table:b)
--    ! blocks-reads, rewrites-table: writes table b again, because b.x becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.b ALTER COLUMN x TYPE bigint USING x::bigint;

-- 2. leave the table above of table moves (alter table:moves)
--    ! correctness, hides-rows: takes table moves out of table a: who reads, changes or counts the rows of a does not find those of moves any more, and no statement fails
ALTER TABLE public.a DETACH PARTITION public.moves;
DROP INDEX public.moves_x_idx;

-- 3. change the type of column x of table moves (alter table:moves)
--    ! blocks-reads, rewrites-table: writes table moves again, because moves.x becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.moves ALTER COLUMN x TYPE bigint USING x::bigint;

-- 4. join the table above of table moves (alter table:moves)
--    ! blocks-reads, scans-table: reads all of table moves for whether its rows fit into b, and rows that do not comply make it fail
ALTER TABLE public.b ATTACH PARTITION public.moves FOR VALUES IN (9);

-- 5. leave the table above of table p (alter table:p)
--    ! correctness, hides-rows: takes table p out of table a: who reads, changes or counts the rows of a does not find those of p any more, and no statement fails
ALTER TABLE public.a DETACH PARTITION public.p;
DROP INDEX public.p_x_idx;

-- 6. change the type of column x of table p (alter table:p)
--    ! blocks-reads, rewrites-table: writes table p again, because p.x becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.p ALTER COLUMN x TYPE bigint USING x::bigint;

-- 7. change the type of column x of table a (alter table:a)
--    ! blocks-reads, rewrites-table: writes table a again, because a.x becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.a ALTER COLUMN x TYPE bigint USING x::bigint;

-- 8. create table comes (create table:comes)
CREATE TABLE public.comes PARTITION OF public.a FOR VALUES IN (9);

-- 9. leave the table above of table first (alter table:first)
ALTER TABLE public.a DETACH PARTITION public.first;

-- 10. leave the table above of table q (alter table:q)
--    ! correctness, hides-rows: takes table q out of table b: who reads, changes or counts the rows of b does not find those of q any more, and no statement fails
ALTER TABLE public.b DETACH PARTITION public.q;

-- 11. change the type of column x of table q (alter table:q)
--    ! blocks-reads, rewrites-table: writes table q again, because q.x becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.q ALTER COLUMN x TYPE bigint USING x::bigint;

-- 12. join the table above of table p (alter table:p)
--    ! blocks-reads, scans-table: reads all of table p for whether its rows fit into b, and rows that do not comply make it fail
ALTER TABLE public.b ATTACH PARTITION public.p FOR VALUES IN (1);

-- 13. join the table above of table q (alter table:q)
--    ! blocks-reads, scans-table: reads all of table q for whether its rows fit into a, and rows that do not comply make it fail
ALTER TABLE public.a ATTACH PARTITION public.q FOR VALUES IN (1);

-- 14. leave the table above of table second (alter table:second)
ALTER TABLE public.a DETACH PARTITION public.second;

-- 15. join the table above of table first (alter table:first)
--    ! blocks-reads, scans-table: reads all of table first for whether its rows fit into a, and rows that do not comply make it fail
ALTER TABLE public.a ATTACH PARTITION public.first FOR VALUES IN (7);

-- 16. join the table above of table second (alter table:second)
--    ! blocks-reads, scans-table: reads all of table second for whether its rows fit into a, and rows that do not comply make it fail
ALTER TABLE public.a ATTACH PARTITION public.second FOR VALUES IN (5, 8);

-- ==== down ====
-- batch, all or nothing

-- 1. drop table comes (drop table:comes)
--    ! data-loss, drops-table: drops table comes with all of its rows [irreversible]
DROP TABLE public.comes;

-- 2. change the type of column x of table a (alter table:a)
--    ! blocks-reads, scans-table: reads all of table a for values of x that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table a again, because a.x becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.a ALTER COLUMN x TYPE integer USING x::integer;

-- 3. leave the table above of table first (alter table:first)
ALTER TABLE public.a DETACH PARTITION public.first;

-- 4. leave the table above of table moves (alter table:moves)
--    ! correctness, hides-rows: takes table moves out of table b: who reads, changes or counts the rows of b does not find those of moves any more, and no statement fails
ALTER TABLE public.b DETACH PARTITION public.moves;

-- 5. change the type of column x of table moves (alter table:moves)
--    ! blocks-reads, scans-table: reads all of table moves for values of x that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table moves again, because moves.x becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.moves ALTER COLUMN x TYPE integer USING x::integer;

-- 6. join the table above of table moves (alter table:moves)
--    ! blocks-reads, scans-table: reads all of table moves for whether its rows fit into a, and rows that do not comply make it fail
ALTER TABLE public.a ATTACH PARTITION public.moves FOR VALUES IN (9);

-- 7. leave the table above of table p (alter table:p)
--    ! correctness, hides-rows: takes table p out of table b: who reads, changes or counts the rows of b does not find those of p any more, and no statement fails
ALTER TABLE public.b DETACH PARTITION public.p;

-- 8. change the type of column x of table p (alter table:p)
--    ! blocks-reads, scans-table: reads all of table p for values of x that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table p again, because p.x becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.p ALTER COLUMN x TYPE integer USING x::integer;

-- 9. change the type of column x of table b (alter table:b)
--    ! blocks-reads, scans-table: reads all of table b for values of x that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table b again, because b.x becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.b ALTER COLUMN x TYPE integer USING x::integer;

-- 10. leave the table above of table q (alter table:q)
--    ! correctness, hides-rows: takes table q out of table a: who reads, changes or counts the rows of a does not find those of q any more, and no statement fails
ALTER TABLE public.a DETACH PARTITION public.q;
DROP INDEX public.q_x_idx;

-- 11. change the type of column x of table q (alter table:q)
--    ! blocks-reads, scans-table: reads all of table q for values of x that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table q again, because q.x becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.q ALTER COLUMN x TYPE integer USING x::integer;

-- 12. join the table above of table p (alter table:p)
--    ! blocks-reads, scans-table: reads all of table p for whether its rows fit into a, and rows that do not comply make it fail
ALTER TABLE public.a ATTACH PARTITION public.p FOR VALUES IN (1);

-- 13. join the table above of table q (alter table:q)
--    ! blocks-reads, scans-table: reads all of table q for whether its rows fit into b, and rows that do not comply make it fail
ALTER TABLE public.b ATTACH PARTITION public.q FOR VALUES IN (1);

-- 14. leave the table above of table second (alter table:second)
ALTER TABLE public.a DETACH PARTITION public.second;

-- 15. join the table above of table first (alter table:first)
--    ! blocks-reads, scans-table: reads all of table first for whether its rows fit into a, and rows that do not comply make it fail
ALTER TABLE public.a ATTACH PARTITION public.first FOR VALUES IN (5, 6);

-- 16. join the table above of table second (alter table:second)
--    ! blocks-reads, scans-table: reads all of table second for whether its rows fit into a, and rows that do not comply make it fail
ALTER TABLE public.a ATTACH PARTITION public.second FOR VALUES IN (7, 8);
