CREATE TABLE visits (url text, seen timestamp, who int, note text, PRIMARY KEY (url, seen, who));
