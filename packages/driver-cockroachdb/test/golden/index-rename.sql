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
	INDEX users_by_address (mail ASC)
);

-- up
ALTER INDEX public.users@users_by_mail RENAME TO users_by_address;

-- down
ALTER INDEX public.users@users_by_address RENAME TO users_by_mail;
