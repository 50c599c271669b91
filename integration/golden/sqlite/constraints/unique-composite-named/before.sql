CREATE TABLE memberships (user_id INTEGER, team_id INTEGER);
