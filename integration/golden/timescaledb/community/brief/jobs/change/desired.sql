CREATE PROCEDURE tidy(job_id int, config jsonb) LANGUAGE plpgsql AS 'BEGIN NULL; END';
SELECT add_job('tidy', '2h', config => '{"days": 7}');
