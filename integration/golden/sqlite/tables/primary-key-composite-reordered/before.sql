CREATE TABLE memberships (user_id INTEGER, team_id INTEGER, role TEXT, PRIMARY KEY (user_id, team_id));
