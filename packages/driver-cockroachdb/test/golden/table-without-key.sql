-- before

-- after
CREATE TABLE public.notes (
	body STRING NULL,
	rowid INT8 NOT VISIBLE NOT NULL DEFAULT unique_rowid(),
	CONSTRAINT notes_pkey PRIMARY KEY (rowid ASC)
);

-- up
CREATE TABLE public.notes (
  body STRING,
  rowid INT8 NOT VISIBLE NOT NULL DEFAULT unique_rowid(),
  CONSTRAINT notes_pkey PRIMARY KEY (rowid ASC)
);

-- down
-- data-loss drops-table: drops table notes with all of its rows
DROP TABLE public.notes;
