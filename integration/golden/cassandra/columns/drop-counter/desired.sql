CREATE TABLE pages (url text PRIMARY KEY, seen counter);
