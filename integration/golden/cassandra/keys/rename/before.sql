CREATE TABLE visits (page text, at timestamp, who int, note text, PRIMARY KEY (page, at, who));
