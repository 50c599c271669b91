CREATE TABLE visits (page text, at timestamp, who int, note text, PRIMARY KEY (page, at, who)) WITH CLUSTERING ORDER BY (at DESC, who ASC);
