CREATE TABLE u (id bigserial PRIMARY KEY);
