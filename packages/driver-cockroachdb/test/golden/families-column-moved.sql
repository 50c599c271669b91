-- before
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	notes STRING NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC),
	FAMILY often (id, mail),
	FAMILY seldom (notes)
);

-- after
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	notes STRING NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC),
	FAMILY often (id, notes),
	FAMILY seldom (mail)
);

-- refused
-- PLAN_IMPOSSIBLE: cannot alter table:users: column notes of table users cannot be moved to family often
-- Make a table with the families that are wanted, copy the rows, and put it in the place of the old one.
