CREATE TABLE line (m_id int);
