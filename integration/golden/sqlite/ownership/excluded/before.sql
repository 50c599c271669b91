CREATE TABLE users (id INTEGER PRIMARY KEY);
CREATE TABLE tmp_import (id INTEGER PRIMARY KEY, line TEXT);
CREATE INDEX tmp_import_by_line ON tmp_import (line);
CREATE TABLE tmp_other (id INTEGER PRIMARY KEY);
