CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
CREATE TABLE tmp_import (email TEXT);
CREATE INDEX by_email ON tmp_import (email);
