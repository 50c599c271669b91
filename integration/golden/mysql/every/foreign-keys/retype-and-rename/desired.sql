-- @renamed from=teams
CREATE TABLE groups_ (
  -- @renamed from=id
  number BIGINT PRIMARY KEY
);
CREATE TABLE users (id INT PRIMARY KEY,
  -- @renamed from=team
  group_ BIGINT, KEY team (group_), CONSTRAINT users_team FOREIGN KEY (group_) REFERENCES groups_ (number));
