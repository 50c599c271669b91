CREATE TABLE visits (page text, at timestamp, guest int, note text, PRIMARY KEY (page, at, guest));
