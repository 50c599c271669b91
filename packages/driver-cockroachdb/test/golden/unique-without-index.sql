-- before
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);

-- after
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC),
	CONSTRAINT only_one UNIQUE WITHOUT INDEX (mail)
);

-- up
-- slow scans-table: reads all of table users for unique only_one, and rows that do not comply make it fail
ALTER TABLE public.users ADD CONSTRAINT only_one UNIQUE WITHOUT INDEX (mail);

-- down
-- correctness ends-guarantee: drops the unique only_one of users: from then on rows come that break it, and no statement fails
ALTER TABLE public.users DROP CONSTRAINT only_one;
