CREATE TABLE users (id int PRIMARY KEY, name text) WITH compression = {'class': 'SnappyCompressor', 'chunk_length_in_kb': 64};
