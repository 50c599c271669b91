CREATE VIRTUAL TABLE words USING fts5(word, content = '', tokenize = 'trigram');
