-- alter postgres/text-search-dictionary:d
--   change-options options: ["stopwords = 'english'"] → []

-- ==== up ====
-- batch, all or nothing

-- 1. alter text search dictionary d (alter postgres/text-search-dictionary:d)
--    ! correctness, changes-results: changes text search dictionary d, and what was indexed with it holds what it gave before: rows are not looked at again
ALTER TEXT SEARCH DICTIONARY public.d (stopwords);

-- ==== down ====
-- batch, all or nothing

-- 1. alter text search dictionary d (alter postgres/text-search-dictionary:d)
--    ! correctness, changes-results: changes text search dictionary d, and what was indexed with it holds what it gave before: rows are not looked at again
ALTER TEXT SEARCH DICTIONARY public.d (stopwords = 'english');
