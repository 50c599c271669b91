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
	INDEX users_by_mail (mail DESC)
);

-- up
-- slow gone-meanwhile: index users_by_mail is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP INDEX public.users@users_by_mail;
-- slow builds-index: reads all of table users for index users_by_mail, by a job of the server that keeps nobody from reading and writing
CREATE INDEX users_by_mail ON public.users (mail DESC);

-- down
-- slow gone-meanwhile: index users_by_mail is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP INDEX public.users@users_by_mail;
-- slow builds-index: reads all of table users for index users_by_mail, by a job of the server that keeps nobody from reading and writing
CREATE INDEX users_by_mail ON public.users (mail ASC);
