CREATE TABLE settings (area TEXT, name TEXT, value TEXT, PRIMARY KEY (area, name)) WITHOUT ROWID;
