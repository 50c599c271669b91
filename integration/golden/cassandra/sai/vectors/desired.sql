CREATE TABLE texts (id int PRIMARY KEY, meaning vector<float, 3>); CREATE CUSTOM INDEX by_meaning ON texts (meaning) USING 'StorageAttachedIndex' WITH OPTIONS = {'similarity_function': 'COSINE'};
