CREATE TABLE memberships (user_id INTEGER, team_id INTEGER, role TEXT, PRIMARY KEY (team_id, user_id));
