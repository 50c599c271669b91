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
	lower_mail STRING NULL AS (lower(mail)) STORED,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);

-- up
-- slow builds-index: reads all of table users for column lower_mail, by a job of the server that keeps nobody from reading and writing
ALTER TABLE public.users ADD COLUMN lower_mail STRING AS (lower(mail)) STORED;

-- down
ALTER TABLE public.users DROP COLUMN lower_mail;
