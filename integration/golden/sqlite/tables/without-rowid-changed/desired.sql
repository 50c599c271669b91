CREATE TABLE settings (area TEXT, name TEXT, value TEXT UNIQUE, PRIMARY KEY (area, name)) WITHOUT ROWID;
