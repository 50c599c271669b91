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
	crdb_internal_expiration TIMESTAMPTZ NOT VISIBLE NOT NULL DEFAULT current_timestamp():::TIMESTAMPTZ + '00:10:00':::INTERVAL ON UPDATE current_timestamp():::TIMESTAMPTZ + '00:10:00':::INTERVAL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
) WITH (ttl = 'on', ttl_expire_after = '00:10:00':::INTERVAL, ttl_job_cron = '@daily');

-- up
-- data-loss expires-rows: has the server delete rows of table users that have expired: ttl_expire_after = '00:10:00':::INTERVAL, ttl_job_cron = '@daily'
ALTER TABLE public.users SET (ttl_expire_after = '00:10:00':::INTERVAL, ttl_job_cron = '@daily');

-- down
ALTER TABLE public.users RESET (ttl);
