-- before
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);
CREATE TABLE public.orders (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	buyer INT8 NULL,
	CONSTRAINT orders_pkey PRIMARY KEY (id ASC)
);

-- after
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);
CREATE TABLE public.orders (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	buyer INT8 NULL,
	CONSTRAINT orders_pkey PRIMARY KEY (id ASC)
);
ALTER TABLE public.orders ADD CONSTRAINT orders_buyer_fkey FOREIGN KEY (buyer) REFERENCES public.users(id) ON DELETE CASCADE;
ALTER TABLE public.orders VALIDATE CONSTRAINT orders_buyer_fkey;

-- up
-- slow scans-table: reads all of table orders for foreign key orders_buyer_fkey, and rows that do not comply make it fail
ALTER TABLE public.orders ADD CONSTRAINT orders_buyer_fkey FOREIGN KEY (buyer) REFERENCES public.users(id) ON DELETE CASCADE;

-- down
-- correctness ends-guarantee: drops the foreign key orders_buyer_fkey of orders: from then on rows come that break it, and no statement fails
ALTER TABLE public.orders DROP CONSTRAINT orders_buyer_fkey;
