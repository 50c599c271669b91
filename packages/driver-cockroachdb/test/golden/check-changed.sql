-- before
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	age INT8 NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC),
	CONSTRAINT grown CHECK (age >= 18:::INT8)
);

-- after
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	age INT8 NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC),
	CONSTRAINT grown CHECK (age >= 21:::INT8)
);

-- up
-- correctness ends-guarantee: drops the check grown of users: from then on rows come that break it, and no statement fails
-- correctness gone-meanwhile: constraint grown is gone from here until a later step brings it back, and others see that: the two do not commit together
ALTER TABLE public.users DROP CONSTRAINT grown;
-- slow scans-table: reads all of table users for check grown, and rows that do not comply make it fail
ALTER TABLE public.users ADD CONSTRAINT grown CHECK (age >= 21:::INT8);

-- down
-- correctness ends-guarantee: drops the check grown of users: from then on rows come that break it, and no statement fails
-- correctness gone-meanwhile: constraint grown is gone from here until a later step brings it back, and others see that: the two do not commit together
ALTER TABLE public.users DROP CONSTRAINT grown;
-- slow scans-table: reads all of table users for check grown, and rows that do not comply make it fail
ALTER TABLE public.users ADD CONSTRAINT grown CHECK (age >= 18:::INT8);
