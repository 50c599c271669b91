-- before
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC),
	INDEX users_by_mail (mail ASC)
);

-- after
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC),
	INDEX users_by_mail (mail ASC) NOT VISIBLE
);

-- up
ALTER INDEX public.users@users_by_mail NOT VISIBLE;

-- down
ALTER INDEX public.users@users_by_mail VISIBLE;
