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
	UNIQUE INDEX users_mail_key (mail ASC)
);

-- up
-- slow builds-index: reads all of table users for index users_mail_key, by a job of the server that keeps nobody from reading and writing
CREATE UNIQUE INDEX users_mail_key ON public.users (mail ASC);

-- down
-- correctness ends-guarantee: drops the unique index users_mail_key of users: from then on rows come that break it, and no statement fails
DROP INDEX public.users@users_mail_key CASCADE;
