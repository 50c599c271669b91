-- before
CREATE TABLE public.notes (
	id INT8 NOT NULL,
	rowid INT8 NOT VISIBLE NOT NULL DEFAULT unique_rowid(),
	CONSTRAINT notes_pkey PRIMARY KEY (rowid ASC)
);

-- after
CREATE TABLE public.notes (
	id INT8 NOT NULL,
	CONSTRAINT notes_pkey PRIMARY KEY (id ASC)
);

-- up
-- slow builds-index: reads all of table notes for the primary key and all indexes, which are made anew, by a job of the server that keeps nobody from reading and writing
ALTER TABLE public.notes ALTER PRIMARY KEY USING COLUMNS (id ASC);
ALTER TABLE public.notes DROP COLUMN IF EXISTS rowid;

-- down
-- slow builds-index: reads all of table notes for column rowid, by a job of the server that keeps nobody from reading and writing
ALTER TABLE public.notes ADD COLUMN rowid INT8 NOT VISIBLE NOT NULL DEFAULT unique_rowid();
-- slow builds-index: reads all of table notes for the primary key and all indexes, which are made anew, by a job of the server that keeps nobody from reading and writing
ALTER TABLE public.notes DROP CONSTRAINT notes_pkey, ADD CONSTRAINT notes_pkey PRIMARY KEY (rowid ASC);
