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
	lower_mail STRING NULL AS (lower(mail)) VIRTUAL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);

-- up
ALTER TABLE public.users ADD COLUMN lower_mail STRING AS (lower(mail)) VIRTUAL;

-- down
ALTER TABLE public.users DROP COLUMN lower_mail;
