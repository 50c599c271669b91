-- rename postgres/domain-constraint:second.second_check from postgres/domain-constraint:first.first_check
-- alter postgres/domain:a_name_that_is_so_long_that_there_is_no_room_for_more_beside_it
--   rename-not-null notNullName: mine → none
-- alter postgres/domain:anew
--   change-base base: character varying(5) → text
-- alter postgres/domain:becomes
--   rename-not-null notNullName: none → mine
-- alter postgres/domain:comes
--   change-not-null notNull: false → true
-- alter postgres/domain:goes
--   change-not-null notNull: true → false
-- alter postgres/domain:loses
--   rename-not-null notNullName: mine → none
-- alter postgres/domain:named
--   rename-not-null notNullName: o"ld Näme → new
-- create postgres/domain:new_one
-- alter postgres/domain:renamed
--   rename-not-null notNullName: none → mine
-- rename postgres/domain:second from postgres/domain:first
-- alter postgres/domain:second
--   rename-not-null notNullName: mine → other

-- ==== up ====
-- batch, all or nothing

-- 1. rename domain first to second (rename postgres/domain:second)
--    ! correctness, breaks-clients: renames domain first to second: statements that still say first fail from then on
ALTER DOMAIN public.first RENAME TO second;

-- 2. rename the NOT NULL of domain a_name_that_is_so_long_that_there_is_no_room_for_more_beside_it (alter postgres/domain:a_name_that_is_so_long_that_there_is_no_room_for_more_beside_it)
ALTER DOMAIN public.a_name_that_is_so_long_that_there_is_no_room_for_more_beside_it RENAME CONSTRAINT mine TO a_name_that_is_so_long_that_there_is_no_room_for_more__not_null;

-- 3. make domain anew anew (alter postgres/domain:anew)
--    ! blocks-reads, rewrites-table: writes table t again, because the domain anew is made anew; nobody reads or writes it meanwhile
ALTER DOMAIN public.anew RENAME TO _schema_sync_old_anew;
CREATE DOMAIN public.anew AS text CONSTRAINT mine NOT NULL;
ALTER TABLE public.t ALTER COLUMN d TYPE public.anew USING d::text::public.anew;
DROP DOMAIN public._schema_sync_old_anew;

-- 4. rename the NOT NULL of domain becomes (alter postgres/domain:becomes)
ALTER DOMAIN public.becomes RENAME CONSTRAINT becomes_not_null TO mine;

-- 5. forbid nulls in domain comes (alter postgres/domain:comes)
--    ! blocks-writes, scans-table: reads all of table t for nulls, which the domain comes forbids, and rows that do not comply make it fail
ALTER DOMAIN public.comes ADD CONSTRAINT mine NOT NULL;

-- 6. allow nulls in domain goes (alter postgres/domain:goes)
--    ! correctness, ends-guarantee: drops the NOT NULL of domain goes: from then on rows come that break it, and no statement fails
ALTER DOMAIN public.goes DROP NOT NULL;

-- 7. rename the NOT NULL of domain loses (alter postgres/domain:loses)
ALTER DOMAIN public.loses RENAME CONSTRAINT mine TO loses_not_null;

-- 8. rename the NOT NULL of domain named (alter postgres/domain:named)
ALTER DOMAIN public.named RENAME CONSTRAINT "o""ld Näme" TO new;

-- 9. create domain new_one (create postgres/domain:new_one)
CREATE DOMAIN public.new_one AS text CONSTRAINT mine NOT NULL;

-- 10. rename the NOT NULL of domain renamed (alter postgres/domain:renamed)
ALTER DOMAIN public.renamed RENAME CONSTRAINT called_not_null TO mine;

-- 11. rename the NOT NULL of domain second (alter postgres/domain:second)
ALTER DOMAIN public.second RENAME CONSTRAINT mine TO other;

-- 12. rename constraint first_check of domain second to second_check (rename postgres/domain-constraint:second.second_check)
ALTER DOMAIN public.second RENAME CONSTRAINT first_check TO second_check;

-- ==== down ====
-- batch, all or nothing

-- 1. drop domain new_one (drop postgres/domain:new_one)
--    ! correctness, drops-type: drops domain new_one: statements that name it fail from then on, casts among them
DROP DOMAIN public.new_one;

-- 2. rename domain second to first (rename postgres/domain:first)
--    ! correctness, breaks-clients: renames domain second to first: statements that still say second fail from then on
ALTER DOMAIN public.second RENAME TO first;

-- 3. rename the NOT NULL of domain a_name_that_is_so_long_that_there_is_no_room_for_more_beside_it (alter postgres/domain:a_name_that_is_so_long_that_there_is_no_room_for_more_beside_it)
ALTER DOMAIN public.a_name_that_is_so_long_that_there_is_no_room_for_more_beside_it RENAME CONSTRAINT a_name_that_is_so_long_that_there_is_no_room_for_more__not_null TO mine;

-- 4. make domain anew anew (alter postgres/domain:anew)
--    ! blocks-reads, rewrites-table: writes table t again, because the domain anew is made anew; nobody reads or writes it meanwhile
--    ! data-loss, converts-values: changes t.d from text to character varying(5), which fails where a stored value is longer, but for blanks at its end, which are cut [irreversible]
ALTER DOMAIN public.anew RENAME TO _schema_sync_old_anew;
CREATE DOMAIN public.anew AS character varying(5) CONSTRAINT mine NOT NULL;
ALTER TABLE public.t ALTER COLUMN d TYPE public.anew USING d::character varying;
DROP DOMAIN public._schema_sync_old_anew;

-- 5. rename the NOT NULL of domain becomes (alter postgres/domain:becomes)
ALTER DOMAIN public.becomes RENAME CONSTRAINT mine TO becomes_not_null;

-- 6. allow nulls in domain comes (alter postgres/domain:comes)
--    ! correctness, ends-guarantee: drops the NOT NULL of domain comes: from then on rows come that break it, and no statement fails
ALTER DOMAIN public.comes DROP NOT NULL;

-- 7. rename the NOT NULL of domain first (alter postgres/domain:first)
ALTER DOMAIN public.first RENAME CONSTRAINT other TO mine;

-- 8. rename constraint second_check of domain first to first_check (rename postgres/domain-constraint:first.first_check)
ALTER DOMAIN public.first RENAME CONSTRAINT second_check TO first_check;

-- 9. forbid nulls in domain goes (alter postgres/domain:goes)
ALTER DOMAIN public.goes ADD CONSTRAINT mine NOT NULL;

-- 10. rename the NOT NULL of domain loses (alter postgres/domain:loses)
ALTER DOMAIN public.loses RENAME CONSTRAINT loses_not_null TO mine;

-- 11. rename the NOT NULL of domain named (alter postgres/domain:named)
ALTER DOMAIN public.named RENAME CONSTRAINT new TO "o""ld Näme";

-- 12. rename the NOT NULL of domain renamed (alter postgres/domain:renamed)
ALTER DOMAIN public.renamed RENAME CONSTRAINT mine TO called_not_null;
