CREATE TABLE customers (
  id INTEGER PRIMARY KEY,
  -- @renamed from=mail
  email TEXT NOT NULL COLLATE NOCASE,
  name TEXT NOT NULL,
  phone TEXT
) STRICT;

CREATE UNIQUE INDEX customers_email ON customers (email);
