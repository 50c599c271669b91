ATTACH DATABASE 'other.db' AS other;
CREATE TABLE other.users (id INTEGER PRIMARY KEY);
