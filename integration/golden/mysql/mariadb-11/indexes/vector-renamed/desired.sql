CREATE TABLE notes (id INT NOT NULL PRIMARY KEY, place VECTOR(3) NOT NULL, VECTOR KEY by_place (place) distance=cosine);
